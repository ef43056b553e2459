using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StudentReporting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Studieperioder_SkolaId",
                table: "Studieperioder");

            migrationBuilder.AddColumn<long>(
                name: "HandelseId",
                table: "Studieperioder",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kurskod",
                table: "Studieperioder",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlaneradSistaDag",
                table: "Studieperioder",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "VantadFran",
                table: "Studerande",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VantadUtbildning",
                table: "Studerande",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "FranvarounderlagId",
                table: "Dokument",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "Filuppladdningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    DokumentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Andamal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Teckenkod = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Byteordning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AntalRader = table.Column<long>(type: "INTEGER", nullable: false),
                    Langd = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Skolkoder = table.Column<string>(type: "TEXT", unicode: false, maxLength: 4000, nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filuppladdningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Filuppladdningar_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Filuppladdningar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handelseutkast",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AndrarHandelseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelseutkast", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelseutkast_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sandningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Kanal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SkickadAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Skickad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rapportdag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sandningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sandningar_Konton_SkickadAvKontoId",
                        column: x => x.SkickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sandningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handelseutkastrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    HandelseutkastId = table.Column<long>(type: "INTEGER", nullable: false),
                    StuderandeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Arskurs = table.Column<int>(type: "INTEGER", nullable: true),
                    Avdelning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Handledare = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "INTEGER", nullable: true),
                    Omfattning = table.Column<int>(type: "INTEGER", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Resultat = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "INTEGER", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Utbildning = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelseutkastrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelseutkastrader_Handelseutkast_HandelseutkastId",
                        column: x => x.HandelseutkastId,
                        principalTable: "Handelseutkast",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Handelseutkastrader_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Filjobb",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FiluppladdningId = table.Column<long>(type: "INTEGER", nullable: false),
                    Filnamn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Langd = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Andamal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RaderIFilen = table.Column<long>(type: "INTEGER", nullable: false),
                    Unikt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Rader = table.Column<int>(type: "INTEGER", nullable: false),
                    Godtagna = table.Column<int>(type: "INTEGER", nullable: false),
                    Nekade = table.Column<int>(type: "INTEGER", nullable: false),
                    Oforandrade = table.Column<int>(type: "INTEGER", nullable: false),
                    Varnade = table.Column<int>(type: "INTEGER", nullable: false),
                    Rattade = table.Column<int>(type: "INTEGER", nullable: false),
                    LanTill = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Lannyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Forsok = table.Column<int>(type: "INTEGER", nullable: false),
                    Regelversion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    SandningId = table.Column<long>(type: "INTEGER", nullable: true),
                    Filvarningar = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Startad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Avslutad = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filjobb", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Filjobb_Filuppladdningar_FiluppladdningId",
                        column: x => x.FiluppladdningId,
                        principalTable: "Filuppladdningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Filjobb_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Filjobb_Sandningar_SandningId",
                        column: x => x.SandningId,
                        principalTable: "Sandningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Filjobb_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    StuderandeId = table.Column<long>(type: "INTEGER", nullable: false),
                    SandningId = table.Column<long>(type: "INTEGER", nullable: false),
                    Forklaring = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ErsatterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Upphorde = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TillbakatagenAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Arskurs = table.Column<int>(type: "INTEGER", nullable: true),
                    Avdelning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Handledare = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "INTEGER", nullable: true),
                    Omfattning = table.Column<int>(type: "INTEGER", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Resultat = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "INTEGER", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Utbildning = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelser_Sandningar_SandningId",
                        column: x => x.SandningId,
                        principalTable: "Sandningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handelser_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Filjobbsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FiljobbId = table.Column<long>(type: "INTEGER", nullable: false),
                    Radnummer = table.Column<long>(type: "INTEGER", nullable: false),
                    Varden = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    Personnummer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: true),
                    Handelsekod = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: true),
                    Skydd = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tillstand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HandelseId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filjobbsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Filjobbsrader_Filjobb_FiljobbId",
                        column: x => x.FiljobbId,
                        principalTable: "Filjobb",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Filradsfel",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FiljobbsradId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Falt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Kod = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Mening = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Filradsfel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Filradsfel_Filjobbsrader_FiljobbsradId",
                        column: x => x.FiljobbsradId,
                        principalTable: "Filjobbsrader",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_HandelseId",
                table: "Studieperioder",
                column: "HandelseId");

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_SkolaId_StuderandeId",
                table: "Studieperioder",
                columns: new[] { "SkolaId", "StuderandeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_FiluppladdningId",
                table: "Filjobb",
                column: "FiluppladdningId");

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_KontoId",
                table: "Filjobb",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_SandningId",
                table: "Filjobb",
                column: "SandningId");

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_SkolaId_Unikt",
                table: "Filjobb",
                columns: new[] { "SkolaId", "Unikt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_SkolaId_Uppladdad",
                table: "Filjobb",
                columns: new[] { "SkolaId", "Uppladdad" });

            migrationBuilder.CreateIndex(
                name: "IX_Filjobb_Status_LanTill",
                table: "Filjobb",
                columns: new[] { "Status", "LanTill" });

            migrationBuilder.CreateIndex(
                name: "IX_Filjobbsrader_FiljobbId_Tillstand_Radnummer",
                table: "Filjobbsrader",
                columns: new[] { "FiljobbId", "Tillstand", "Radnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Filjobbsrader_SkolaId_Tillstand_Personnummer",
                table: "Filjobbsrader",
                columns: new[] { "SkolaId", "Tillstand", "Personnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Filradsfel_FiljobbsradId",
                table: "Filradsfel",
                column: "FiljobbsradId");

            migrationBuilder.CreateIndex(
                name: "IX_Filradsfel_SkolaId",
                table: "Filradsfel",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Filuppladdningar_DokumentId",
                table: "Filuppladdningar",
                column: "DokumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Filuppladdningar_KontoId",
                table: "Filuppladdningar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Filuppladdningar_SkolaId",
                table: "Filuppladdningar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_SandningId",
                table: "Handelser",
                column: "SandningId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_SkolaId_StuderandeId",
                table: "Handelser",
                columns: new[] { "SkolaId", "StuderandeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_StuderandeId_Status",
                table: "Handelser",
                columns: new[] { "StuderandeId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_KontoId",
                table: "Handelseutkast",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_Nyckel",
                table: "Handelseutkast",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_Skapad",
                table: "Handelseutkast",
                column: "Skapad");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_SkolaId_KontoId",
                table: "Handelseutkast",
                columns: new[] { "SkolaId", "KontoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_HandelseutkastId",
                table: "Handelseutkastrader",
                column: "HandelseutkastId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_SkolaId",
                table: "Handelseutkastrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_StuderandeId",
                table: "Handelseutkastrader",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_Kvittensnummer",
                table: "Sandningar",
                column: "Kvittensnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_Sandningsnyckel",
                table: "Sandningar",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_SkickadAvKontoId",
                table: "Sandningar",
                column: "SkickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_SkolaId_Skickad",
                table: "Sandningar",
                columns: new[] { "SkolaId", "Skickad" });

            migrationBuilder.AddForeignKey(
                name: "FK_Studieperioder_Handelser_HandelseId",
                table: "Studieperioder",
                column: "HandelseId",
                principalTable: "Handelser",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Until now no break or extension has moved a last day.
            migrationBuilder.Sql("UPDATE Studieperioder SET PlaneradSistaDag = SistaDag;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Studieperioder_Handelser_HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropTable(
                name: "Filradsfel");

            migrationBuilder.DropTable(
                name: "Handelser");

            migrationBuilder.DropTable(
                name: "Handelseutkastrader");

            migrationBuilder.DropTable(
                name: "Filjobbsrader");

            migrationBuilder.DropTable(
                name: "Handelseutkast");

            migrationBuilder.DropTable(
                name: "Filjobb");

            migrationBuilder.DropTable(
                name: "Filuppladdningar");

            migrationBuilder.DropTable(
                name: "Sandningar");

            migrationBuilder.DropIndex(
                name: "IX_Studieperioder_HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropIndex(
                name: "IX_Studieperioder_SkolaId_StuderandeId",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "Kurskod",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "PlaneradSistaDag",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "VantadFran",
                table: "Studerande");

            migrationBuilder.DropColumn(
                name: "VantadUtbildning",
                table: "Studerande");

            migrationBuilder.AlterColumn<long>(
                name: "FranvarounderlagId",
                table: "Dokument",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_SkolaId",
                table: "Studieperioder",
                column: "SkolaId");
        }
    }
}
