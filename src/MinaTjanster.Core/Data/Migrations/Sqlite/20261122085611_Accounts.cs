using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "KontoId",
                table: "UtgaendeMejl",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SkyddadText",
                table: "UtgaendeMejl",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slag",
                table: "UtgaendeMejl",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Vanligt");

            migrationBuilder.AddColumn<DateOnly>(
                name: "FaAdministratorerSedan",
                table: "Skolor",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Gatuadress",
                table: "Skolor",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Postnummer",
                table: "Skolor",
                type: "TEXT",
                unicode: false,
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Avslutad",
                table: "Behorigheter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Bekraftad",
                table: "Behorigheter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Gavs",
                table: "Behorigheter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Administratorsbyten",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Begart = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BegartAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Namn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Epost = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Telefon = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    AvgarKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    RektorNamn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    RektorEpost = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    LankHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    LankGiltigTill = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Signerat = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SigneratNamn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Avgjort = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AvgjortAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Avslagsskal = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Administratorsbyten", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Administratorsbyten_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attesteringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Oppnad = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ForstaPaminnelse = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AndraPaminnelse = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Klar = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attesteringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attesteringar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kontobrev",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Utskriven = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Skickad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    EngangslosenordTidigast = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EngangslosenordSkickat = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Andrad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Avslutad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AvslutadAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    OvertagareKontoId = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Administratorsbyten_LankHash",
                table: "Administratorsbyten",
                column: "LankHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Administratorsbyten_Sandningsnyckel",
                table: "Administratorsbyten",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Administratorsbyten_SkolaId",
                table: "Administratorsbyten",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Administratorsbyten_Status",
                table: "Administratorsbyten",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Attesteringar_SkolaId_Start",
                table: "Attesteringar",
                columns: new[] { "SkolaId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attesteringar_Status",
                table: "Attesteringar",
                column: "Status");

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

            migrationBuilder.AddForeignKey(
                name: "FK_UtgaendeMejl_Konton_KontoId",
                table: "UtgaendeMejl",
                column: "KontoId",
                principalTable: "Konton",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            // Those who held something at a school before are its users.
            migrationBuilder.Sql("INSERT INTO Skolanvandare (SkolaId, KontoId, Version, Skapad) SELECT DISTINCT SkolaId, KontoId, 0, '2026-11-22 00:00:00' FROM Behorigheter WHERE SkolaId IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_UtgaendeMejl_Konton_KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropTable(
                name: "Administratorsbyten");

            migrationBuilder.DropTable(
                name: "Attesteringar");

            migrationBuilder.DropTable(
                name: "Kontobrev");

            migrationBuilder.DropTable(
                name: "Skolanvandare");

            migrationBuilder.DropIndex(
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "SkyddadText",
                table: "UtgaendeMejl");

            migrationBuilder.DropColumn(
                name: "Slag",
                table: "UtgaendeMejl");

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
