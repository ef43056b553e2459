using System;
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
            migrationBuilder.Sql("TRUNCATE TABLE Utbudsord; TRUNCATE TABLE Utbudstider; DELETE FROM Utbudsposter;");

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
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "Andrad",
                table: "Materialkorgar",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId" });

            migrationBuilder.CreateTable(
                name: "Driftavbrott",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Nummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Rubrik = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Borjar = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Slutar = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Tjanstetext = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Skolformstext = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Laslage = table.Column<bool>(type: "bit", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Rubrik = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Skolformstext = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Fran = table.Column<DateOnly>(type: "date", nullable: false),
                    Till = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Passager = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Omgangsgrindar", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sidsvar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sida = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Hjalpte = table.Column<bool>(type: "bit", nullable: false),
                    Kommentar = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false)
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
            migrationBuilder.Sql("EXEC(N'UPDATE Materialkorgar SET Andrad = SYSUTCDATETIME()')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("TRUNCATE TABLE Utbudsord; TRUNCATE TABLE Utbudstider; DELETE FROM Utbudsposter;");

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
