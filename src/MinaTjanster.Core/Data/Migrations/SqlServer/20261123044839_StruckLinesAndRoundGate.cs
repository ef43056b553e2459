using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "Andrad",
                table: "Materialkorgar",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Omgangsgrindar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Passager = table.Column<long>(type: "bigint", nullable: false)
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
