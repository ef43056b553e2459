using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kurskod",
                table: "Studieperioder",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlaneradSistaDag",
                table: "Studieperioder",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "VantadFran",
                table: "Studerande",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VantadUtbildning",
                table: "Studerande",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "FranvarounderlagId",
                table: "Dokument",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.CreateTable(
                name: "Filuppladdningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: true),
                    Andamal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Teckenkod = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Byteordning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AntalRader = table.Column<long>(type: "bigint", nullable: false),
                    Langd = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skolkoder = table.Column<string>(type: "varchar(4000)", unicode: false, maxLength: 4000, nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AndrarHandelseId = table.Column<long>(type: "bigint", nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Kanal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rapportdag = table.Column<DateOnly>(type: "date", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    HandelseutkastId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    Arskurs = table.Column<int>(type: "int", nullable: true),
                    Avdelning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "bit", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Handledare = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Resultat = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Utbildning = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FiluppladdningId = table.Column<long>(type: "bigint", nullable: false),
                    Filnamn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Langd = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Andamal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RaderIFilen = table.Column<long>(type: "bigint", nullable: false),
                    Unikt = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Rader = table.Column<int>(type: "int", nullable: false),
                    Godtagna = table.Column<int>(type: "int", nullable: false),
                    Nekade = table.Column<int>(type: "int", nullable: false),
                    Oforandrade = table.Column<int>(type: "int", nullable: false),
                    Varnade = table.Column<int>(type: "int", nullable: false),
                    Rattade = table.Column<int>(type: "int", nullable: false),
                    LanTill = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Lannyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    Forsok = table.Column<int>(type: "int", nullable: false),
                    Regelversion = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    SandningId = table.Column<long>(type: "bigint", nullable: true),
                    Filvarningar = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Startad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    SandningId = table.Column<long>(type: "bigint", nullable: false),
                    Forklaring = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ErsatterId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Upphorde = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TillbakatagenAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Arskurs = table.Column<int>(type: "int", nullable: true),
                    Avdelning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "bit", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Handledare = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Resultat = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Utbildning = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FiljobbId = table.Column<long>(type: "bigint", nullable: false),
                    Radnummer = table.Column<long>(type: "bigint", nullable: false),
                    Varden = table.Column<string>(type: "nvarchar(max)", maxLength: 16000, nullable: false),
                    Personnummer = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true),
                    Handelsekod = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: true),
                    Skydd = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Tillstand = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HandelseId = table.Column<long>(type: "bigint", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FiljobbsradId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Falt = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Kod = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Mening = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false)
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
                unique: true,
                filter: "[Unikt] IS NOT NULL");

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
            migrationBuilder.Sql("EXEC(N'UPDATE [Studieperioder] SET [PlaneradSistaDag] = [SistaDag];');");
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_SkolaId",
                table: "Studieperioder",
                column: "SkolaId");
        }
    }
}
