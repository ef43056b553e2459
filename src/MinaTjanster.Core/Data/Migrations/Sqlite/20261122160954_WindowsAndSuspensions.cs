using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WindowsAndSuspensions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DokumentId",
                table: "Handelseutkastrader",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AttPublicera",
                table: "Handelser",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DokumentId",
                table: "Handelser",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Fonster",
                table: "Handelser",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<long>(
                name: "StuderandeId",
                table: "Dokument",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SynligFran",
                table: "Arenden",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "Avstangningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    HandelseId = table.Column<long>(type: "INTEGER", nullable: false),
                    DokumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Mottagen = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ersatt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Tillbakatagen = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Hanterad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HanteradAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "Ladokrattelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    StuderandeId = table.Column<long>(type: "INTEGER", nullable: false),
                    HandelseId = table.Column<long>(type: "INTEGER", nullable: false),
                    NyHandelseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Fonster = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mejlfonster = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hanterad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HanteradAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ladokrattelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ladokrattelser_Handelser_HandelseId",
                        column: x => x.HandelseId,
                        principalTable: "Handelser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ladokrattelser_Handelser_NyHandelseId",
                        column: x => x.NyHandelseId,
                        principalTable: "Handelser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ladokrattelser_Konton_HanteradAvKontoId",
                        column: x => x.HanteradAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ladokrattelser_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ladokrattelser_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Publiceringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    HandelseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fonster = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publiceringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Publiceringar_Handelser_HandelseId",
                        column: x => x.HandelseId,
                        principalTable: "Handelser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Systemkonton",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckelhash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    GiltigTill = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SenastAnvand = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Aterkallad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AterkalladAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Systemkonton", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Systemkonton_Konton_AterkalladAvKontoId",
                        column: x => x.AterkalladAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Systemkonton_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Systemkonton_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Systemkonton_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_AttPublicera_StuderandeId",
                table: "Handelser",
                columns: new[] { "AttPublicera", "StuderandeId" },
                filter: "AttPublicera IS NOT NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_HandelseId",
                table: "Ladokrattelser",
                column: "HandelseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_Hanterad_Id",
                table: "Ladokrattelser",
                columns: new[] { "Hanterad", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_HanteradAvKontoId",
                table: "Ladokrattelser",
                column: "HanteradAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_Mejlfonster",
                table: "Ladokrattelser",
                column: "Mejlfonster",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_NyHandelseId",
                table: "Ladokrattelser",
                column: "NyHandelseId");

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_SkolaId",
                table: "Ladokrattelser",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Ladokrattelser_StuderandeId",
                table: "Ladokrattelser",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Publiceringar_HandelseId_Slag",
                table: "Publiceringar",
                columns: new[] { "HandelseId", "Slag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Publiceringar_SkolaId_Fonster",
                table: "Publiceringar",
                columns: new[] { "SkolaId", "Fonster" });

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_AterkalladAvKontoId",
                table: "Systemkonton",
                column: "AterkalladAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_KontoId",
                table: "Systemkonton",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_Nyckelhash",
                table: "Systemkonton",
                column: "Nyckelhash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_Sandningsnyckel",
                table: "Systemkonton",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_SkapadAvKontoId",
                table: "Systemkonton",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Systemkonton_SkolaId",
                table: "Systemkonton",
                column: "SkolaId");

            migrationBuilder.AddForeignKey(
                name: "FK_Dokument_Studerande_StuderandeId",
                table: "Dokument",
                column: "StuderandeId",
                principalTable: "Studerande",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // What was reported before the windows were kept is told at the first closing.
            migrationBuilder.Sql("UPDATE \"Handelser\" SET \"Fonster\" = (SELECT s.\"Skickad\" FROM \"Sandningar\" s WHERE s.\"Id\" = \"Handelser\".\"SandningId\");");
            migrationBuilder.Sql("UPDATE \"Handelser\" SET \"AttPublicera\" = \"Fonster\" WHERE \"Status\" = 'Galler';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Dokument_Studerande_StuderandeId",
                table: "Dokument");

            migrationBuilder.DropTable(
                name: "Avstangningar");

            migrationBuilder.DropTable(
                name: "Ladokrattelser");

            migrationBuilder.DropTable(
                name: "Publiceringar");

            migrationBuilder.DropTable(
                name: "Systemkonton");

            migrationBuilder.DropIndex(
                name: "IX_Handelser_AttPublicera_StuderandeId",
                table: "Handelser");

            migrationBuilder.DropIndex(
                name: "IX_Dokument_StuderandeId",
                table: "Dokument");

            migrationBuilder.DropColumn(
                name: "DokumentId",
                table: "Handelseutkastrader");

            migrationBuilder.DropColumn(
                name: "AttPublicera",
                table: "Handelser");

            migrationBuilder.DropColumn(
                name: "DokumentId",
                table: "Handelser");

            migrationBuilder.DropColumn(
                name: "Fonster",
                table: "Handelser");

            migrationBuilder.DropColumn(
                name: "StuderandeId",
                table: "Dokument");

            migrationBuilder.DropColumn(
                name: "SynligFran",
                table: "Arenden");
        }
    }
}
