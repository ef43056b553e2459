using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sidmarkeringar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "Sidmarkeringar");
        }
    }
}
