using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Driftinformation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Driftavbrott",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Nummer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Rubrik = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Borjar = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Slutar = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tjanstetext = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Skolformstext = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Laslage = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Driftavbrott", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Driftavbrott_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Nyheter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Rubrik = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Skolformstext = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Fran = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Till = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nyheter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nyheter_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Driftavbrott_Nummer",
                table: "Driftavbrott",
                column: "Nummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Driftavbrott_Nyckel",
                table: "Driftavbrott",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Driftavbrott_SkapadAvKontoId",
                table: "Driftavbrott",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Driftavbrott_Status_Slutar",
                table: "Driftavbrott",
                columns: new[] { "Status", "Slutar" });

            migrationBuilder.CreateIndex(
                name: "IX_Nyheter_Nyckel",
                table: "Nyheter",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nyheter_SkapadAvKontoId",
                table: "Nyheter",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Nyheter_Status_Till",
                table: "Nyheter",
                columns: new[] { "Status", "Till" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Driftavbrott");

            migrationBuilder.DropTable(
                name: "Nyheter");
        }
    }
}
