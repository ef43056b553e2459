using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Franvarocoach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Franvaroinstallningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Mappning = table.Column<string>(type: "TEXT", nullable: true),
                    RaknaSenAnkomst = table.Column<bool>(type: "INTEGER", nullable: false),
                    RaknaMissadLektion = table.Column<bool>(type: "INTEGER", nullable: false),
                    RaknaGickTidigare = table.Column<bool>(type: "INTEGER", nullable: false),
                    RaknaAnmaldEjGodkand = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvaroinstallningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvaroinstallningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarolistor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    DokumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Uppladdad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mappning = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarolistor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarolistor_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarolistor_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarourval",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FranvarolistaId = table.Column<long>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Skickad = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarourval", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarourval_Franvarolistor_FranvarolistaId",
                        column: x => x.FranvarolistaId,
                        principalTable: "Franvarolistor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarourval_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarourvalsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    FranvarourvalId = table.Column<long>(type: "INTEGER", nullable: false),
                    StuderandeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "INTEGER", nullable: true),
                    Tillfallen = table.Column<int>(type: "INTEGER", nullable: true),
                    Val = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Bekraftelse = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarourvalsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarourvalsrader_Franvarourval_FranvarourvalId",
                        column: x => x.FranvarourvalId,
                        principalTable: "Franvarourval",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Franvarourvalsrader_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Franvaroinstallningar_SkolaId",
                table: "Franvaroinstallningar",
                column: "SkolaId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_DokumentId",
                table: "Franvarolistor",
                column: "DokumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_KontoId",
                table: "Franvarolistor",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarolistor_SkolaId_Uppladdad",
                table: "Franvarolistor",
                columns: new[] { "SkolaId", "Uppladdad" });

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_FranvarolistaId",
                table: "Franvarourval",
                column: "FranvarolistaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_KontoId",
                table: "Franvarourval",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_Nyckel",
                table: "Franvarourval",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourval_SkolaId",
                table: "Franvarourval",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_FranvarourvalId",
                table: "Franvarourvalsrader",
                column: "FranvarourvalId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_Nyckel",
                table: "Franvarourvalsrader",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_SkolaId",
                table: "Franvarourvalsrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarourvalsrader_StuderandeId",
                table: "Franvarourvalsrader",
                column: "StuderandeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Franvaroinstallningar");

            migrationBuilder.DropTable(
                name: "Franvarourvalsrader");

            migrationBuilder.DropTable(
                name: "Franvarourval");

            migrationBuilder.DropTable(
                name: "Franvarolistor");
        }
    }
}
