using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Steg = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plikt = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false),
                    Mottagare = table.Column<int>(type: "int", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Takt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckelhash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false)
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
