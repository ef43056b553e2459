using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OppenStatistik : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_Rapportdag_SkolaId_ForstaDag",
                table: "Skolkrapporter",
                columns: new[] { "Rapportdag", "SkolaId", "ForstaDag" });

            migrationBuilder.CreateIndex(
                name: "IX_PubliceradStatistik_Manad_Del_Rad",
                table: "PubliceradStatistik",
                columns: new[] { "Manad", "Del", "Rad" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PubliceradStatistik");

            migrationBuilder.DropIndex(
                name: "IX_Skolkrapporter_Rapportdag_SkolaId_ForstaDag",
                table: "Skolkrapporter");
        }
    }
}
