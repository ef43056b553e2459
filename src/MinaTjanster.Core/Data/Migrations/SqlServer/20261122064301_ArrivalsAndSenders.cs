using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ArrivalsAndSenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Skolkutkast",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Avsantdag",
                table: "Franvarounderlag",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SkickadAvKontoId",
                table: "Franvarounderlag",
                type: "bigint",
                nullable: true);

            // Of what was sent before, whoever began the draft is all that is known. A string of its own: the column is not there when the batch is compiled.
            migrationBuilder.Sql("EXEC(N'UPDATE [Franvarounderlag] SET [SkickadAvKontoId] = [SkapadAvKontoId] WHERE [Status] = ''Inskickat''')");

            migrationBuilder.AddColumn<int>(
                name: "AntalAnkomster",
                table: "Arenden",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarounderlag_Kvittensnummer",
                table: "Franvarounderlag",
                column: "Kvittensnummer",
                unique: true,
                filter: "[Kvittensnummer] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Franvarounderlag_Kvittensnummer",
                table: "Franvarounderlag");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Skolkutkast");

            migrationBuilder.DropColumn(
                name: "Avsantdag",
                table: "Franvarounderlag");

            migrationBuilder.DropColumn(
                name: "SkickadAvKontoId",
                table: "Franvarounderlag");

            migrationBuilder.DropColumn(
                name: "AntalAnkomster",
                table: "Arenden");
        }
    }
}
