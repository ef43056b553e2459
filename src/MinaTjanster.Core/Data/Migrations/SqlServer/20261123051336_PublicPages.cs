using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PublicPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Derived, and made otherwise from now on: made anew at the next start.
            migrationBuilder.Sql("DELETE FROM Utbudsord; DELETE FROM Utbudstider; DELETE FROM Utbudsposter;");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "Val",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "ForstaDag",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "SistaDag",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "SenasteStart",
                table: "Utbudsord");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord");

            migrationBuilder.AddColumn<int>(
                name: "Val",
                table: "Utbudsord",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ForstaDag",
                table: "Utbudsord",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SistaDag",
                table: "Utbudsord",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SenasteStart",
                table: "Utbudsord",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId", "Val", "ForstaDag", "SistaDag", "SenasteStart" });
        }
    }
}
