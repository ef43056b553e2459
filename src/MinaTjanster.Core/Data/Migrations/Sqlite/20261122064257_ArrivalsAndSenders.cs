using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Avsantdag",
                table: "Franvarounderlag",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SkickadAvKontoId",
                table: "Franvarounderlag",
                type: "INTEGER",
                nullable: true);

            // Of what was sent before, whoever began the draft is all that is known.
            migrationBuilder.Sql("UPDATE \"Franvarounderlag\" SET \"SkickadAvKontoId\" = \"SkapadAvKontoId\" WHERE \"Status\" = 'Inskickat'");

            migrationBuilder.AddColumn<int>(
                name: "AntalAnkomster",
                table: "Arenden",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarounderlag_Kvittensnummer",
                table: "Franvarounderlag",
                column: "Kvittensnummer",
                unique: true);
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
