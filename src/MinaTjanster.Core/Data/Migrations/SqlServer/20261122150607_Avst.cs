using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Avst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DokumentId",
                table: "Handelseutkastrader",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DokumentId",
                table: "Handelser",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StuderandeId",
                table: "Dokument",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Avstangningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    HandelseId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: false),
                    Mottagen = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ersatt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Tillbakatagen = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Hanterad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HanteradAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Avstangningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Avstangningar_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Avstangningar_Handelser_HandelseId",
                        column: x => x.HandelseId,
                        principalTable: "Handelser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Avstangningar_Konton_HanteradAvKontoId",
                        column: x => x.HanteradAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dokument_StuderandeId",
                table: "Dokument",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Avstangningar_DokumentId",
                table: "Avstangningar",
                column: "DokumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Avstangningar_HandelseId",
                table: "Avstangningar",
                column: "HandelseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Avstangningar_Hanterad_Mottagen",
                table: "Avstangningar",
                columns: new[] { "Hanterad", "Mottagen" });

            migrationBuilder.CreateIndex(
                name: "IX_Avstangningar_HanteradAvKontoId",
                table: "Avstangningar",
                column: "HanteradAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Avstangningar_SkolaId",
                table: "Avstangningar",
                column: "SkolaId");

            migrationBuilder.AddForeignKey(
                name: "FK_Dokument_Studerande_StuderandeId",
                table: "Dokument",
                column: "StuderandeId",
                principalTable: "Studerande",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Dokument_Studerande_StuderandeId",
                table: "Dokument");

            migrationBuilder.DropTable(
                name: "Avstangningar");

            migrationBuilder.DropIndex(
                name: "IX_Dokument_StuderandeId",
                table: "Dokument");

            migrationBuilder.DropColumn(
                name: "DokumentId",
                table: "Handelseutkastrader");

            migrationBuilder.DropColumn(
                name: "DokumentId",
                table: "Handelser");

            migrationBuilder.DropColumn(
                name: "StuderandeId",
                table: "Dokument");
        }
    }
}
