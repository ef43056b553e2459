using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CsnOrderAndStudyTimesCare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Derived data, made otherwise from now on: the start, or the command migrate, makes it anew.
            migrationBuilder.Sql("DELETE FROM Utbudsord; DELETE FROM Utbudstider; DELETE FROM Utbudsposter;");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord");

            migrationBuilder.AddColumn<long>(
                name: "NastaPost",
                table: "Utbudsutgavor",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

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

            migrationBuilder.AddColumn<string>(
                name: "Sorteringsnyckel",
                table: "Skolor",
                type: "nvarchar(240)",
                maxLength: 240,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Inlasningsrader",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId", "Val", "ForstaDag", "SistaDag", "SenasteStart" });

            migrationBuilder.CreateTable(
                name: "Materialartiklar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Nummer = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Beskrivning = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sprak = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Utgava = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Bild = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Minst = table.Column<int>(type: "int", nullable: false),
                    Mest = table.Column<int>(type: "int", nullable: false),
                    Saldo = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Materialartiklar", x => x.Id);
                    table.CheckConstraint("CK_Materialartiklar_Saldo", "Saldo >= 0");
                });

            migrationBuilder.CreateTable(
                name: "Materialbestallningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    BestalldAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Bestalld = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Mottagare = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Att = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Gatuadress = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Postnummer = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    Ort = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Packad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RestSkickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Annullerad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Materialbestallningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Materialbestallningar_Konton_BestalldAvKontoId",
                        column: x => x.BestalldAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Materialbestallningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Materialkorgar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Att = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Materialkorgar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Materialkorgar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Materialkorgar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Materialrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    MaterialbestallningId = table.Column<long>(type: "bigint", nullable: false),
                    MaterialartikelId = table.Column<long>(type: "bigint", nullable: false),
                    Benamning = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false),
                    Reserverat = table.Column<int>(type: "int", nullable: false),
                    Packat = table.Column<int>(type: "int", nullable: false),
                    Skickat = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Materialrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Materialrader_Materialartiklar_MaterialartikelId",
                        column: x => x.MaterialartikelId,
                        principalTable: "Materialartiklar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Materialrader_Materialbestallningar_MaterialbestallningId",
                        column: x => x.MaterialbestallningId,
                        principalTable: "Materialbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Materialkorgrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    MaterialkorgId = table.Column<long>(type: "bigint", nullable: false),
                    MaterialartikelId = table.Column<long>(type: "bigint", nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Materialkorgrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Materialkorgrader_Materialartiklar_MaterialartikelId",
                        column: x => x.MaterialartikelId,
                        principalTable: "Materialartiklar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Materialkorgrader_Materialkorgar_MaterialkorgId",
                        column: x => x.MaterialkorgId,
                        principalTable: "Materialkorgar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "Utbudsutgavor",
                keyColumn: "Id",
                keyValue: 1L,
                column: "NastaPost",
                value: 1L);

            migrationBuilder.CreateIndex(
                name: "IX_Materialartiklar_Nummer",
                table: "Materialartiklar",
                column: "Nummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialartiklar_Sorteringsnyckel",
                table: "Materialartiklar",
                column: "Sorteringsnyckel");

            migrationBuilder.CreateIndex(
                name: "IX_Materialbestallningar_BestalldAvKontoId",
                table: "Materialbestallningar",
                column: "BestalldAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialbestallningar_Kvittensnummer",
                table: "Materialbestallningar",
                column: "Kvittensnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialbestallningar_Sandningsnyckel",
                table: "Materialbestallningar",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialbestallningar_SkolaId",
                table: "Materialbestallningar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialbestallningar_Status",
                table: "Materialbestallningar",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgar_KontoId",
                table: "Materialkorgar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgar_Nyckel",
                table: "Materialkorgar",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgar_SkolaId_KontoId",
                table: "Materialkorgar",
                columns: new[] { "SkolaId", "KontoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgrader_MaterialartikelId",
                table: "Materialkorgrader",
                column: "MaterialartikelId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgrader_MaterialkorgId_MaterialartikelId",
                table: "Materialkorgrader",
                columns: new[] { "MaterialkorgId", "MaterialartikelId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialkorgrader_SkolaId",
                table: "Materialkorgrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialrader_MaterialartikelId",
                table: "Materialrader",
                column: "MaterialartikelId");

            migrationBuilder.CreateIndex(
                name: "IX_Materialrader_MaterialbestallningId_MaterialartikelId",
                table: "Materialrader",
                columns: new[] { "MaterialbestallningId", "MaterialartikelId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Materialrader_SkolaId",
                table: "Materialrader",
                column: "SkolaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Materialkorgrader");

            migrationBuilder.DropTable(
                name: "Materialrader");

            migrationBuilder.DropTable(
                name: "Materialkorgar");

            migrationBuilder.DropTable(
                name: "Materialartiklar");

            migrationBuilder.DropTable(
                name: "Materialbestallningar");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord");

            migrationBuilder.DropColumn(
                name: "NastaPost",
                table: "Utbudsutgavor");

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

            migrationBuilder.DropColumn(
                name: "Sorteringsnyckel",
                table: "Skolor");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Inlasningsrader");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Utbudsord",
                table: "Utbudsord",
                columns: new[] { "Term", "Sorteringsnyckel", "UtbudspostId" });
        }
    }
}
