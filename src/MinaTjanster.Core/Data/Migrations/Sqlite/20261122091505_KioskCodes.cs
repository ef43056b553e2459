using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KioskCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Engangskoder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NyckelHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Anvandarnyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Stampel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kodhash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GiltigTill = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AntalForsok = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engangskoder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Engangskoder_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Kodsparrar",
                columns: table => new
                {
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Senast = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kodsparrar", x => x.Nyckel);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_KontoId_Tid",
                table: "Visningar",
                columns: new[] { "KontoId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_SkolaId_Tid",
                table: "Visningar",
                columns: new[] { "SkolaId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Act_Tid",
                table: "AuditEvents",
                columns: new[] { "Act", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_KontoId_Tid",
                table: "AuditEvents",
                columns: new[] { "KontoId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Tid",
                table: "AuditEvents",
                column: "Tid");

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_Anvandarnyckel_Skapad",
                table: "Engangskoder",
                columns: new[] { "Anvandarnyckel", "Skapad" });

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_KontoId",
                table: "Engangskoder",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_NyckelHash",
                table: "Engangskoder",
                column: "NyckelHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_Skapad",
                table: "Engangskoder",
                column: "Skapad");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Engangskoder");

            migrationBuilder.DropTable(
                name: "Kodsparrar");

            migrationBuilder.DropIndex(
                name: "IX_Visningar_KontoId_Tid",
                table: "Visningar");

            migrationBuilder.DropIndex(
                name: "IX_Visningar_SkolaId_Tid",
                table: "Visningar");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Act_Tid",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_KontoId_Tid",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Tid",
                table: "AuditEvents");
        }
    }
}
