using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
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

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId" });

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

            migrationBuilder.CreateTable(
                name: "Sidsvar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sida = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Hjalpte = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kommentar = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Dag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sidsvar", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Omgangsgrindar",
                columns: new[] { "Id", "Passager" },
                values: new object[] { 1L, 0L });

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

            // When they were last changed nobody knows: the time until they are purged begins now.
            migrationBuilder.Sql("UPDATE Materialkorgar SET Andrad = strftime('%Y-%m-%d %H:%M:%f','now')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM Utbudsord; DELETE FROM Utbudstider; DELETE FROM Utbudsposter;");

            migrationBuilder.DropTable(
                name: "Driftavbrott");

            migrationBuilder.DropTable(
                name: "Nyheter");

            migrationBuilder.DropTable(
                name: "Omgangsgrindar");

            migrationBuilder.DropTable(
                name: "Sidsvar");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "Struket",
                table: "Materialrader");

            migrationBuilder.DropColumn(
                name: "Andrad",
                table: "Materialkorgar");

            migrationBuilder.AddColumn<int>(
                name: "Val",
                table: "Utbudsord",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ForstaDag",
                table: "Utbudsord",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SistaDag",
                table: "Utbudsord",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SenasteStart",
                table: "Utbudsord",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId", "Val", "ForstaDag", "SistaDag", "SenasteStart" });
        }
    }
}
