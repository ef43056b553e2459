using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Manad = table.Column<DateOnly>(type: "date", nullable: false),
                    Del = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rad = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: true),
                    MedianDagar = table.Column<int>(type: "int", nullable: true),
                    AndelITid = table.Column<int>(type: "int", nullable: true),
                    AndelRattForsta = table.Column<int>(type: "int", nullable: true),
                    Publicerad = table.Column<DateTime>(type: "datetime2", nullable: false)
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
