using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Kiosk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "KontoId",
                table: "UtgaendeMejl",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SkyddadText",
                table: "UtgaendeMejl",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slag",
                table: "UtgaendeMejl",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Vanligt");

            migrationBuilder.CreateIndex(
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl",
                column: "KontoId");

            migrationBuilder.AddForeignKey(
                name: "FK_UtgaendeMejl_Konton_KontoId",
                table: "UtgaendeMejl",
                column: "KontoId",
                principalTable: "Konton",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_UtgaendeMejl_Konton_KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropIndex(
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "SkyddadText",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "Slag",
                table: "UtgaendeMejl");
        }
    }
}
