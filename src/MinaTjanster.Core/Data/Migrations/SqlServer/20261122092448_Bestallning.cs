using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Bestallning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Utskriftsnyckel",
                table: "Kontobrev",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Behorighetsbestallningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AdministrationFlyttad = table.Column<DateOnly>(type: "date", nullable: true),
                    Andringar = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Behorighetsbestallningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Behorighetsbestallningar_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbestallningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kanalandringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OppenForSkolaId = table.Column<long>(type: "bigint", nullable: true),
                    Satt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    BegardAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fran = table.Column<DateOnly>(type: "date", nullable: true),
                    BeslutadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Beslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslagsskal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Genomford = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kanalandringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kanalandringar_Konton_BegardAvKontoId",
                        column: x => x.BegardAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Kanalandringar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kontaktansvar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontaktansvar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kontaktansvar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Kontaktansvar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Behorighetsbegaranden",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    VantandeKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AvgjordAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Avgjord = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslagsskal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    BestallningId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Behorighetsbegaranden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bestallningsfragor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    BestallningId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    StalldAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Stalld = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Svar = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    BesvaradAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Besvarad = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bestallningsfragor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bestallningsfragor_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bestallningsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    BestallningId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Personnummer = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true),
                    TidigareKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AvgjordAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Avgjord = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResultatKontoId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bestallningsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_ResultatKontoId",
                        column: x => x.ResultatKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_TidigareKontoId",
                        column: x => x.TidigareKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Kontobrev_Utskriftsnyckel",
                table: "Kontobrev",
                column: "Utskriftsnyckel");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_BestallningId",
                table: "Behorighetsbegaranden",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_KontoId",
                table: "Behorighetsbegaranden",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_SkolaId_Status",
                table: "Behorighetsbegaranden",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_SkolaId_VantandeKontoId_Slag",
                table: "Behorighetsbegaranden",
                columns: new[] { "SkolaId", "VantandeKontoId", "Slag" },
                unique: true,
                filter: "[VantandeKontoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_Status_Skickad",
                table: "Behorighetsbegaranden",
                columns: new[] { "Status", "Skickad" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Kvittensnummer",
                table: "Behorighetsbestallningar",
                column: "Kvittensnummer",
                unique: true,
                filter: "[Kvittensnummer] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Sandningsnyckel",
                table: "Behorighetsbestallningar",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_SkapadAvKontoId",
                table: "Behorighetsbestallningar",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_SkolaId_Status",
                table: "Behorighetsbestallningar",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Status_Skickad",
                table: "Behorighetsbestallningar",
                columns: new[] { "Status", "Skickad" });

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsfragor_BestallningId",
                table: "Bestallningsfragor",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsfragor_SkolaId",
                table: "Bestallningsfragor",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_BestallningId",
                table: "Bestallningsrader",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_KontoId",
                table: "Bestallningsrader",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_ResultatKontoId",
                table: "Bestallningsrader",
                column: "ResultatKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_SkolaId",
                table: "Bestallningsrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_TidigareKontoId",
                table: "Bestallningsrader",
                column: "TidigareKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_BegardAvKontoId",
                table: "Kanalandringar",
                column: "BegardAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_OppenForSkolaId",
                table: "Kanalandringar",
                column: "OppenForSkolaId",
                unique: true,
                filter: "[OppenForSkolaId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_SkolaId",
                table: "Kanalandringar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_Status_Fran",
                table: "Kanalandringar",
                columns: new[] { "Status", "Fran" });

            migrationBuilder.CreateIndex(
                name: "IX_Kontaktansvar_KontoId",
                table: "Kontaktansvar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kontaktansvar_SkolaId_KontoId",
                table: "Kontaktansvar",
                columns: new[] { "SkolaId", "KontoId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Behorighetsbegaranden");

            migrationBuilder.DropTable(
                name: "Bestallningsfragor");

            migrationBuilder.DropTable(
                name: "Bestallningsrader");

            migrationBuilder.DropTable(
                name: "Kanalandringar");

            migrationBuilder.DropTable(
                name: "Kontaktansvar");

            migrationBuilder.DropTable(
                name: "Behorighetsbestallningar");

            migrationBuilder.DropIndex(
                name: "IX_Kontobrev_Utskriftsnyckel",
                table: "Kontobrev");

            migrationBuilder.DropColumn(
                name: "Utskriftsnyckel",
                table: "Kontobrev");
        }
    }
}
