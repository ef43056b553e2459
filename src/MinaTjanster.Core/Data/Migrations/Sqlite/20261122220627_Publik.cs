using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Publik : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Utbudsposter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    UtbildningId = table.Column<long>(type: "INTEGER", nullable: true),
                    Skolkod = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Skola = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Ort = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Skolform = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Namn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Niva = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Kod = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Takt = table.Column<int>(type: "INTEGER", nullable: true),
                    Undervisning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Sorteringsnyckel = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    Sokord = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SenasteStart = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Publicerad = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsposter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsutgavor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Nummer = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsutgavor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsord",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Sorteringsnyckel = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    UtbudspostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsord", x => new { x.Term, x.Sorteringsnyckel, x.UtbudspostId });
                    table.ForeignKey(
                        name: "FK_Utbudsord_Utbudsposter_UtbudspostId",
                        column: x => x.UtbudspostId,
                        principalTable: "Utbudsposter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Utbudstider",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    UtbudspostId = table.Column<long>(type: "INTEGER", nullable: false),
                    UrsprungId = table.Column<long>(type: "INTEGER", nullable: false),
                    Andringar = table.Column<int>(type: "INTEGER", nullable: false),
                    Galler = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Omfattning = table.Column<int>(type: "INTEGER", nullable: true),
                    Uppehallstext = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudstider", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Utbudstider_Utbudsposter_UtbudspostId",
                        column: x => x.UtbudspostId,
                        principalTable: "Utbudsposter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Utbudsutgavor",
                columns: new[] { "Id", "Nummer" },
                values: new object[] { 1L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsord_UtbudspostId",
                table: "Utbudsord",
                column: "UtbudspostId");

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_SkolaId",
                table: "Utbudsposter",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_Skolkod_UtbildningId",
                table: "Utbudsposter",
                columns: new[] { "Skolkod", "UtbildningId" });

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_Sorteringsnyckel_Id",
                table: "Utbudsposter",
                columns: new[] { "Sorteringsnyckel", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Utbudstider_UtbudspostId_ForstaDag",
                table: "Utbudstider",
                columns: new[] { "UtbudspostId", "ForstaDag" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Utbudsord");

            migrationBuilder.DropTable(
                name: "Utbudstider");

            migrationBuilder.DropTable(
                name: "Utbudsutgavor");

            migrationBuilder.DropTable(
                name: "Utbudsposter");
        }
    }
}
