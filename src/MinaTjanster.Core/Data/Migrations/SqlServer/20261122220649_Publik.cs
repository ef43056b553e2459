using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    UtbildningId = table.Column<long>(type: "bigint", nullable: true),
                    Skolkod = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Skola = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Ort = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Skolform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Niva = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Kod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Takt = table.Column<int>(type: "int", nullable: true),
                    Undervisning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sokord = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SenasteStart = table.Column<DateOnly>(type: "date", nullable: false),
                    Publicerad = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsposter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsutgavor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Nummer = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsutgavor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsord",
                columns: table => new
                {
                    Term = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UtbudspostId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    UtbudspostId = table.Column<long>(type: "bigint", nullable: false),
                    UrsprungId = table.Column<long>(type: "bigint", nullable: false),
                    Andringar = table.Column<int>(type: "int", nullable: false),
                    Galler = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    Uppehallstext = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
