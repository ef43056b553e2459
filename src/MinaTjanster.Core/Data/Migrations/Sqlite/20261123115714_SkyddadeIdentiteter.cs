using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SkyddadeIdentiteter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Roll",
                table: "Visningar",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sida",
                table: "Visningar",
                type: "TEXT",
                unicode: false,
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SkolkrapportId",
                table: "Visningar",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Roll",
                table: "Visningar");

            migrationBuilder.DropColumn(
                name: "Sida",
                table: "Visningar");

            migrationBuilder.DropColumn(
                name: "SkolkrapportId",
                table: "Visningar");
        }
    }
}
