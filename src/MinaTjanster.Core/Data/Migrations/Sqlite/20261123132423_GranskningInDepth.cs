using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GranskningInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Roll",
                table: "Visningar",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sida",
                table: "Visningar",
                type: "TEXT",
                unicode: false,
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SkolkrapportId",
                table: "Visningar",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AndringKvitterad",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SkolanHarSvarat",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SkolanSkaSvara",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Uppskattat",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Arendeanteckningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArendeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Komplettering = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Motivering = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Kontrollerat = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Laget = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sparad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendeanteckningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendeanteckningar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendeanteckningar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Arendemeddelanden",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArendeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fran = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Skickat = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Last = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendemeddelanden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendemeddelanden_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendemeddelanden_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Arendetittar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArendeId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Arendeversion = table.Column<int>(type: "INTEGER", nullable: false),
                    Tid = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendetittar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendetittar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendetittar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PubliceradStatistik",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Manad = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Del = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rad = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Antal = table.Column<int>(type: "INTEGER", nullable: true),
                    MedianDagar = table.Column<int>(type: "INTEGER", nullable: true),
                    AndelITid = table.Column<int>(type: "INTEGER", nullable: true),
                    AndelRattForsta = table.Column<int>(type: "INTEGER", nullable: true),
                    Publicerad = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PubliceradStatistik", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sidmarkeringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArendeId = table.Column<long>(type: "INTEGER", nullable: false),
                    DokumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sida = table.Column<int>(type: "INTEGER", nullable: false),
                    Brist = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Omgang = table.Column<int>(type: "INTEGER", nullable: false),
                    MarkeradAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Markerad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KompletteringId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sidmarkeringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sidmarkeringar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sidmarkeringar_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sidmarkeringar_Kompletteringar_KompletteringId",
                        column: x => x.KompletteringId,
                        principalTable: "Kompletteringar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sidmarkeringar_Konton_MarkeradAvKontoId",
                        column: x => x.MarkeradAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_Rapportdag_SkolaId_ForstaDag",
                table: "Skolkrapporter",
                columns: new[] { "Rapportdag", "SkolaId", "ForstaDag" });

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_ArendeId",
                table: "Arendeanteckningar",
                column: "ArendeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_KontoId",
                table: "Arendeanteckningar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_SkolaId",
                table: "Arendeanteckningar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_ArendeId_Nyckel",
                table: "Arendemeddelanden",
                columns: new[] { "ArendeId", "Nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_KontoId",
                table: "Arendemeddelanden",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_SkolaId",
                table: "Arendemeddelanden",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_ArendeId_KontoId",
                table: "Arendetittar",
                columns: new[] { "ArendeId", "KontoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_KontoId",
                table: "Arendetittar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_SkolaId",
                table: "Arendetittar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_PubliceradStatistik_Manad_Del_Rad",
                table: "PubliceradStatistik",
                columns: new[] { "Manad", "Del", "Rad" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sidmarkeringar_ArendeId",
                table: "Sidmarkeringar",
                column: "ArendeId");

            migrationBuilder.CreateIndex(
                name: "IX_Sidmarkeringar_DokumentId_Sida_Omgang",
                table: "Sidmarkeringar",
                columns: new[] { "DokumentId", "Sida", "Omgang" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sidmarkeringar_KompletteringId",
                table: "Sidmarkeringar",
                column: "KompletteringId");

            migrationBuilder.CreateIndex(
                name: "IX_Sidmarkeringar_MarkeradAvKontoId",
                table: "Sidmarkeringar",
                column: "MarkeradAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Sidmarkeringar_SkolaId",
                table: "Sidmarkeringar",
                column: "SkolaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Arendeanteckningar");

            migrationBuilder.DropTable(
                name: "Arendemeddelanden");

            migrationBuilder.DropTable(
                name: "Arendetittar");

            migrationBuilder.DropTable(
                name: "PubliceradStatistik");

            migrationBuilder.DropTable(
                name: "Sidmarkeringar");

            migrationBuilder.DropIndex(
                name: "IX_Skolkrapporter_Rapportdag_SkolaId_ForstaDag",
                table: "Skolkrapporter");

            migrationBuilder.DropColumn(
                name: "Roll",
                table: "Visningar");

            migrationBuilder.DropColumn(
                name: "Sida",
                table: "Visningar");

            migrationBuilder.DropColumn(
                name: "SkolkrapportId",
                table: "Visningar");

            migrationBuilder.DropColumn(
                name: "AndringKvitterad",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "SkolanHarSvarat",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "SkolanSkaSvara",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "Uppskattat",
                table: "Arenden");
        }
    }
}
