using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Deadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Fristmejl",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Dag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Antal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristmejl", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristmejl_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristnotiser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    Dag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristnotiser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristnotiser_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristpaminnelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkolaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Steg = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Plikt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Antal = table.Column<int>(type: "INTEGER", nullable: false),
                    Mottagare = table.Column<int>(type: "INTEGER", nullable: false),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Tid = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristpaminnelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristpaminnelser_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Fristpaminnelser_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fristval",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Takt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fristval", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fristval_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kalenderlankar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KontoId = table.Column<long>(type: "INTEGER", nullable: false),
                    Nyckelhash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kalenderlankar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kalenderlankar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Fristmejl_KontoId_Dag",
                table: "Fristmejl",
                columns: new[] { "KontoId", "Dag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristnotiser_KontoId_Nyckel",
                table: "Fristnotiser",
                columns: new[] { "KontoId", "Nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristpaminnelser_KontoId",
                table: "Fristpaminnelser",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Fristpaminnelser_SkolaId_Steg_Plikt",
                table: "Fristpaminnelser",
                columns: new[] { "SkolaId", "Steg", "Plikt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fristval_KontoId",
                table: "Fristval",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kalenderlankar_KontoId",
                table: "Kalenderlankar",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kalenderlankar_Nyckelhash",
                table: "Kalenderlankar",
                column: "Nyckelhash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Fristmejl");

            migrationBuilder.DropTable(
                name: "Fristnotiser");

            migrationBuilder.DropTable(
                name: "Fristpaminnelser");

            migrationBuilder.DropTable(
                name: "Fristval");

            migrationBuilder.DropTable(
                name: "Kalenderlankar");
        }
    }
}
