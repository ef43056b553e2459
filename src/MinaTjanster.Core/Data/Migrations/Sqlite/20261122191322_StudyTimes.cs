using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StudyTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Studietidsrapporter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Lasar = table.Column<int>(type: "INTEGER", nullable: false),
                    Omgang = table.Column<int>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Inskickad = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InskickadAvKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kvittensnummer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: true),
                    GranskareKontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Avgjord = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Skal = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Forklaring = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studietidsrapporter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studietidsrapporter_Konton_GranskareKontoId",
                        column: x => x.GranskareKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Studietidsrapporter_Konton_InskickadAvKontoId",
                        column: x => x.InskickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Studietidsrapporter_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Utbildningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sorteringsnyckel = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Sokord = table.Column<string>(type: "TEXT", maxLength: 360, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Avdelning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FranLasar = table.Column<int>(type: "INTEGER", nullable: false),
                    Kod = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Namn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Niva = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Omfattning = table.Column<int>(type: "INTEGER", nullable: false),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Slag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TillLasar = table.Column<int>(type: "INTEGER", nullable: true),
                    Undervisning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbildningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Utbildningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Studietider",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    StudietidsrapportId = table.Column<long>(type: "INTEGER", nullable: false),
                    UtbildningId = table.Column<long>(type: "INTEGER", nullable: true),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PoangTiondelar = table.Column<int>(type: "INTEGER", nullable: true),
                    Omfattning = table.Column<int>(type: "INTEGER", nullable: true),
                    Atgard = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ErsatterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Flyttad = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studietider", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studietider_Studietider_ErsatterId",
                        column: x => x.ErsatterId,
                        principalTable: "Studietider",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Studietider_Studietidsrapporter_StudietidsrapportId",
                        column: x => x.StudietidsrapportId,
                        principalTable: "Studietidsrapporter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Studietider_Utbildningar_UtbildningId",
                        column: x => x.UtbildningId,
                        principalTable: "Utbildningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Studietidsuppehall",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    StudietidId = table.Column<long>(type: "INTEGER", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studietidsuppehall", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studietidsuppehall_Studietider_StudietidId",
                        column: x => x.StudietidId,
                        principalTable: "Studietider",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Studietider_ErsatterId",
                table: "Studietider",
                column: "ErsatterId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietider_SkolaId_Status_ForstaDag",
                table: "Studietider",
                columns: new[] { "SkolaId", "Status", "ForstaDag" });

            migrationBuilder.CreateIndex(
                name: "IX_Studietider_StudietidsrapportId",
                table: "Studietider",
                column: "StudietidsrapportId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietider_UtbildningId",
                table: "Studietider",
                column: "UtbildningId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsrapporter_GranskareKontoId",
                table: "Studietidsrapporter",
                column: "GranskareKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsrapporter_InskickadAvKontoId",
                table: "Studietidsrapporter",
                column: "InskickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsrapporter_Nyckel",
                table: "Studietidsrapporter",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsrapporter_SkolaId_Lasar_Omgang",
                table: "Studietidsrapporter",
                columns: new[] { "SkolaId", "Lasar", "Omgang" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsrapporter_Status_Inskickad",
                table: "Studietidsrapporter",
                columns: new[] { "Status", "Inskickad" });

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsuppehall_SkolaId",
                table: "Studietidsuppehall",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Studietidsuppehall_StudietidId",
                table: "Studietidsuppehall",
                column: "StudietidId");

            migrationBuilder.CreateIndex(
                name: "IX_Utbildningar_SkolaId_Status_Sorteringsnyckel",
                table: "Utbildningar",
                columns: new[] { "SkolaId", "Status", "Sorteringsnyckel" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Studietidsuppehall");

            migrationBuilder.DropTable(
                name: "Studietider");

            migrationBuilder.DropTable(
                name: "Studietidsrapporter");

            migrationBuilder.DropTable(
                name: "Utbildningar");
        }
    }
}
