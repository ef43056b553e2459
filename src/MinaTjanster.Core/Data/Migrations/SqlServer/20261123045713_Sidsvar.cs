using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sida = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Hjalpte = table.Column<bool>(type: "bit", nullable: false),
                    Kommentar = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false)
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
