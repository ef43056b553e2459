using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GranskningBeslut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "Kommunicerat",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KommuniceratBelopp",
                table: "Arenden",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Riskbelopp",
                table: "Arenden",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StudentenSvararSenast",
                table: "Arenden",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UtfallBeslutat",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Skolkbeslut",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Orsak = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Rapportdag = table.Column<DateOnly>(type: "date", nullable: false),
                    Beslutat = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GallerFran = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    FelFran = table.Column<DateOnly>(type: "date", nullable: true),
                    FelTill = table.Column<DateOnly>(type: "date", nullable: true),
                    FelUtbetalt = table.Column<int>(type: "int", nullable: false),
                    Avraknas = table.Column<int>(type: "int", nullable: false),
                    Aterkravs = table.Column<int>(type: "int", nullable: false),
                    SvarSenast = table.Column<DateOnly>(type: "date", nullable: true),
                    Motivering = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Utskriven = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Utskriftsnyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Makulerat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolkbeslut", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolkbeslut_Konton_SkickadAvKontoId",
                        column: x => x.SkickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Beslutsbilagor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    SkolkbeslutId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Beslutsbilagor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Beslutsbilagor_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Beslutsbilagor_Skolkbeslut_SkolkbeslutId",
                        column: x => x.SkolkbeslutId,
                        principalTable: "Skolkbeslut",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_DokumentId",
                table: "Beslutsbilagor",
                column: "DokumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_SkolaId",
                table: "Beslutsbilagor",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Beslutsbilagor_SkolkbeslutId_DokumentId",
                table: "Beslutsbilagor",
                columns: new[] { "SkolkbeslutId", "DokumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_ArendeId",
                table: "Skolkbeslut",
                column: "ArendeId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_KontoId",
                table: "Skolkbeslut",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_Skickad_Utskriven_GallerFran",
                table: "Skolkbeslut",
                columns: new[] { "Skickad", "Utskriven", "GallerFran" });

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_SkickadAvKontoId",
                table: "Skolkbeslut",
                column: "SkickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_SkolaId",
                table: "Skolkbeslut",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkbeslut_Utskriftsnyckel",
                table: "Skolkbeslut",
                column: "Utskriftsnyckel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Beslutsbilagor");

            migrationBuilder.DropTable(
                name: "Skolkbeslut");

            migrationBuilder.DropColumn(
                name: "Kommunicerat",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "KommuniceratBelopp",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "Riskbelopp",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "StudentenSvararSenast",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "UtfallBeslutat",
                table: "Arenden");
        }
    }
}
