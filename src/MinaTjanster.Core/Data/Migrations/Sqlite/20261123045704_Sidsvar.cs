using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sidsvar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Sidsvar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sida = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Hjalpte = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kommentar = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Dag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sidsvar", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sidsvar_Dag",
                table: "Sidsvar",
                column: "Dag");

            migrationBuilder.CreateIndex(
                name: "IX_Sidsvar_Nyckel",
                table: "Sidsvar",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sidsvar_Sida_Dag",
                table: "Sidsvar",
                columns: new[] { "Sida", "Dag" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sidsvar");
        }
    }
}
