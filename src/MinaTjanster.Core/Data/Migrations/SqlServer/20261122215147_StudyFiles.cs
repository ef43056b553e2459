using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StudyFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Inlasningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Filnamn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Varningar = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inlasningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inlasningar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Inlasningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Inlasningsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    InlasningId = table.Column<long>(type: "bigint", nullable: false),
                    Radnummer = table.Column<long>(type: "bigint", nullable: false),
                    Varden = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Tillstand = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fel = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inlasningsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inlasningsrader_Inlasningar_InlasningId",
                        column: x => x.InlasningId,
                        principalTable: "Inlasningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Inlasningar_KontoId",
                table: "Inlasningar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Inlasningar_SkolaId_Slag",
                table: "Inlasningar",
                columns: new[] { "SkolaId", "Slag" });

            migrationBuilder.CreateIndex(
                name: "IX_Inlasningsrader_InlasningId_Tillstand_Radnummer",
                table: "Inlasningsrader",
                columns: new[] { "InlasningId", "Tillstand", "Radnummer" });

            migrationBuilder.CreateIndex(
                name: "IX_Inlasningsrader_SkolaId",
                table: "Inlasningsrader",
                column: "SkolaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Inlasningsrader");

            migrationBuilder.DropTable(
                name: "Inlasningar");
        }
    }
}
