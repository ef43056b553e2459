using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExpectedStudents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "VantadFran",
                table: "Studerande",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VantadUtbildning",
                table: "Studerande",
                type: "TEXT",
                maxLength: 120,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VantadFran",
                table: "Studerande");

            migrationBuilder.DropColumn(
                name: "VantadUtbildning",
                table: "Studerande");
        }
    }
}
