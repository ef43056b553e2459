using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StruckLinesAndRoundGate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Struket",
                table: "Materialrader",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "Andrad",
                table: "Materialkorgar",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Omgangsgrindar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Passager = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Omgangsgrindar", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Omgangsgrindar",
                columns: new[] { "Id", "Passager" },
                values: new object[] { 1L, 0L });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Omgangsgrindar");

            migrationBuilder.DropColumn(
                name: "Struket",
                table: "Materialrader");

            migrationBuilder.DropColumn(
                name: "Andrad",
                table: "Materialkorgar");
        }
    }
}
