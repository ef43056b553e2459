using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SkolkInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "Kommunicerat",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KommuniceratBelopp",
                table: "Arenden",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Riskbelopp",
                table: "Arenden",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StudentenSvararSenast",
                table: "Arenden",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UtfallBeslutat",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Franvaroinstallningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Mappning = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RaknaSenAnkomst = table.Column<bool>(type: "bit", nullable: false),
                    RaknaMissadLektion = table.Column<bool>(type: "bit", nullable: false),
                    RaknaGickTidigare = table.Column<bool>(type: "bit", nullable: false),
                    RaknaAnmaldEjGodkand = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvaroinstallningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvaroinstallningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarolistor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Mappning = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarolistor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarolistor_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarolistor_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristmejl",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristmejl", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristmejl_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristnotiser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristnotiser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristnotiser_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristpaminnelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Steg = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plikt = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false),
                    Mottagare = table.Column<int>(type: "int", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristpaminnelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristpaminnelser_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Fristpaminnelser_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristval",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Takt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristval", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristval_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kalenderlankar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckelhash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kalenderlankar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kalenderlankar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skolkbeslut",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Orsak = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Rapportdag = table.Column<DateOnly>(type: "date", nullable: false),
                    Beslutat = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GallerFran = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    FelFran = table.Column<DateOnly>(type: "date", nullable: true),
                    FelTill = table.Column<DateOnly>(type: "date", nullable: true),
                    FelUtbetalt = table.Column<int>(type: "int", nullable: false),
                    Avraknas = table.Column<int>(type: "int", nullable: false),
                    Aterkravs = table.Column<int>(type: "int", nullable: false),
                    SvarSenast = table.Column<DateOnly>(type: "date", nullable: true),
                    Motivering = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Utskriven = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Utskriftsnyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Makulerat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolkbeslut", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Konton_SkickadAvKontoId",
                        column: x => x.SkickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarourval",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FranvarolistaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarourval", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarourval_Franvarolistor_FranvarolistaId",
                        column: x => x.FranvarolistaId,
                        principalTable: "Franvarolistor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarourval_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Beslutsbilagor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    SkolkbeslutId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Beslutsbilagor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Beslutsbilagor_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Beslutsbilagor_Skolkbeslut_SkolkbeslutId",
                        column: x => x.SkolkbeslutId,
                        principalTable: "Skolkbeslut",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Franvarourvalsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FranvarourvalId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    Val = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Bekraftelse = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarourvalsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarourvalsrader_Franvarourval_FranvarourvalId",
                        column: x => x.FranvarourvalId,
                        principalTable: "Franvarourval",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarourvalsrader_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_DokumentId",
                table: "Beslutsbilagor",
                column: "DokumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_SkolaId",
                table: "Beslutsbilagor",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_SkolkbeslutId_DokumentId",
                table: "Beslutsbilagor",
                columns: new[] { "SkolkbeslutId", "DokumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvaroinstallningar_SkolaId",
                table: "Franvaroinstallningar",
                column: "SkolaId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_DokumentId",
                table: "Franvarolistor",
                column: "DokumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_KontoId",
                table: "Franvarolistor",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_SkolaId_Uppladdad",
                table: "Franvarolistor",
                columns: new[] { "SkolaId", "Uppladdad" });

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_FranvarolistaId",
                table: "Franvarourval",
                column: "FranvarolistaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_KontoId",
                table: "Franvarourval",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_Nyckel",
                table: "Franvarourval",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_SkolaId",
                table: "Franvarourval",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_FranvarourvalId",
                table: "Franvarourvalsrader",
                column: "FranvarourvalId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_Nyckel",
                table: "Franvarourvalsrader",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_SkolaId",
                table: "Franvarourvalsrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_StuderandeId",
                table: "Franvarourvalsrader",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Fristmejl_KontoId_Dag",
                table: "Fristmejl",
                columns: new[] { "KontoId", "Dag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristnotiser_KontoId_Nyckel",
                table: "Fristnotiser",
                columns: new[] { "KontoId", "Nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristpaminnelser_KontoId",
                table: "Fristpaminnelser",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Fristpaminnelser_SkolaId_Steg_Plikt",
                table: "Fristpaminnelser",
                columns: new[] { "SkolaId", "Steg", "Plikt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristval_KontoId",
                table: "Fristval",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kalenderlankar_KontoId",
                table: "Kalenderlankar",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kalenderlankar_Nyckelhash",
                table: "Kalenderlankar",
                column: "Nyckelhash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_ArendeId",
                table: "Skolkbeslut",
                column: "ArendeId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_KontoId",
                table: "Skolkbeslut",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_Skickad_Utskriven_GallerFran",
                table: "Skolkbeslut",
                columns: new[] { "Skickad", "Utskriven", "GallerFran" });

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_SkickadAvKontoId",
                table: "Skolkbeslut",
                column: "SkickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_SkolaId",
                table: "Skolkbeslut",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_Utskriftsnyckel",
                table: "Skolkbeslut",
                column: "Utskriftsnyckel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Beslutsbilagor");

            migrationBuilder.DropTable(
                name: "Franvaroinstallningar");

            migrationBuilder.DropTable(
                name: "Franvarourvalsrader");

            migrationBuilder.DropTable(
                name: "Fristmejl");

            migrationBuilder.DropTable(
                name: "Fristnotiser");

            migrationBuilder.DropTable(
                name: "Fristpaminnelser");

            migrationBuilder.DropTable(
                name: "Fristval");

            migrationBuilder.DropTable(
                name: "Kalenderlankar");

            migrationBuilder.DropTable(
                name: "Skolkbeslut");

            migrationBuilder.DropTable(
                name: "Franvarourval");

            migrationBuilder.DropTable(
                name: "Franvarolistor");

            migrationBuilder.DropColumn(
                name: "Kommunicerat",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "KommuniceratBelopp",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "Riskbelopp",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "StudentenSvararSenast",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "UtfallBeslutat",
                table: "Arenden");
        }
    }
}
