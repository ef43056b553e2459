using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FaAdministratorerSedan",
                table: "Skolor",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Gatuadress",
                table: "Skolor",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Postnummer",
                table: "Skolor",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Avslutad",
                table: "Behorigheter",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Bekraftad",
                table: "Behorigheter",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Gavs",
                table: "Behorigheter",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Kontobrev",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Utskriven = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    EngangslosenordTidigast = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EngangslosenordSkickat = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontobrev", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kontobrev_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Kontobrev_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skolanvandare",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Andrad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AvslutadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    OvertagareKontoId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolanvandare", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolanvandare_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolanvandare_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Kontobrev_EngangslosenordSkickat_EngangslosenordTidigast",
                table: "Kontobrev",
                columns: new[] { "EngangslosenordSkickat", "EngangslosenordTidigast" });

            migrationBuilder.CreateIndex(
                name: "IX_Kontobrev_KontoId",
                table: "Kontobrev",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kontobrev_Skickad_Skapad",
                table: "Kontobrev",
                columns: new[] { "Skickad", "Skapad" });

            migrationBuilder.CreateIndex(
                name: "IX_Kontobrev_SkolaId_KontoId",
                table: "Kontobrev",
                columns: new[] { "SkolaId", "KontoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Skolanvandare_KontoId",
                table: "Skolanvandare",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolanvandare_SkolaId_KontoId",
                table: "Skolanvandare",
                columns: new[] { "SkolaId", "KontoId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Kontobrev");

            migrationBuilder.DropTable(
                name: "Skolanvandare");

            migrationBuilder.DropColumn(
                name: "FaAdministratorerSedan",
                table: "Skolor");

            migrationBuilder.DropColumn(
                name: "Gatuadress",
                table: "Skolor");

            migrationBuilder.DropColumn(
                name: "Postnummer",
                table: "Skolor");

            migrationBuilder.DropColumn(
                name: "Avslutad",
                table: "Behorigheter");

            migrationBuilder.DropColumn(
                name: "Bekraftad",
                table: "Behorigheter");

            migrationBuilder.DropColumn(
                name: "Gavs",
                table: "Behorigheter");
        }
    }
}
