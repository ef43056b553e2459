using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fyraogon : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "KontrollAterlamnad",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KontrollAvserKontoId",
                table: "Arenden",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "KontrollVantar",
                table: "Arenden",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lott",
                table: "Arenden",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Utfallskontroller",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArendeId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Beslutat = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Urval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Val = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Svar = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motivering = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FelUtbetalt = table.Column<int>(type: "INTEGER", nullable: false),
                    Avraknas = table.Column<int>(type: "INTEGER", nullable: false),
                    Aterkravs = table.Column<int>(type: "INTEGER", nullable: false),
                    Kontrollerat = table.Column<DateTime>(type: "TEXT", nullable: true),
                    KontrolleratAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Returorsak = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Ord = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utfallskontroller", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Utfallskontroller_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Utfallskontroller_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Utfallskontroller_Konton_KontrolleratAvKontoId",
                        column: x => x.KontrolleratAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_KontrollAvserKontoId",
                table: "Arenden",
                column: "KontrollAvserKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_KontrollVantar",
                table: "Arenden",
                column: "KontrollVantar");

            migrationBuilder.CreateIndex(
                name: "IX_Utfallskontroller_ArendeId",
                table: "Utfallskontroller",
                column: "ArendeId");

            migrationBuilder.CreateIndex(
                name: "IX_Utfallskontroller_Beslutat",
                table: "Utfallskontroller",
                column: "Beslutat");

            migrationBuilder.CreateIndex(
                name: "IX_Utfallskontroller_KontoId",
                table: "Utfallskontroller",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Utfallskontroller_KontrolleratAvKontoId",
                table: "Utfallskontroller",
                column: "KontrolleratAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Utfallskontroller_SkolaId",
                table: "Utfallskontroller",
                column: "SkolaId");

            migrationBuilder.AddForeignKey(
                name: "FK_Arenden_Konton_KontrollAvserKontoId",
                table: "Arenden",
                column: "KontrollAvserKontoId",
                principalTable: "Konton",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Arenden_Konton_KontrollAvserKontoId",
                table: "Arenden");

            migrationBuilder.DropTable(
                name: "Utfallskontroller");

            migrationBuilder.DropIndex(
                name: "IX_Arenden_KontrollAvserKontoId",
                table: "Arenden");

            migrationBuilder.DropIndex(
                name: "IX_Arenden_KontrollVantar",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "KontrollAterlamnad",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "KontrollAvserKontoId",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "KontrollVantar",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "Lott",
                table: "Arenden");
        }
    }
}
