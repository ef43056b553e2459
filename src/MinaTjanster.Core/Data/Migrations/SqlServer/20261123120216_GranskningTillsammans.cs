using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GranskningTillsammans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "SkolanHarSvarat",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SkolanSkaSvara",
                table: "Arenden",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Arendeanteckningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Komplettering = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Motivering = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Kontrollerat = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Laget = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Sparad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendeanteckningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendeanteckningar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendeanteckningar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Arendemeddelanden",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    Fran = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skickat = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Last = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendemeddelanden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendemeddelanden_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendemeddelanden_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Arendetittar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Arendeversion = table.Column<int>(type: "int", nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arendetittar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arendetittar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Arendetittar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_ArendeId",
                table: "Arendeanteckningar",
                column: "ArendeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_KontoId",
                table: "Arendeanteckningar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendeanteckningar_SkolaId",
                table: "Arendeanteckningar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_ArendeId_Nyckel",
                table: "Arendemeddelanden",
                columns: new[] { "ArendeId", "Nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_KontoId",
                table: "Arendemeddelanden",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendemeddelanden_SkolaId",
                table: "Arendemeddelanden",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_ArendeId_KontoId",
                table: "Arendetittar",
                columns: new[] { "ArendeId", "KontoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_KontoId",
                table: "Arendetittar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arendetittar_SkolaId",
                table: "Arendetittar",
                column: "SkolaId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Arendeanteckningar");

            migrationBuilder.DropTable(
                name: "Arendemeddelanden");

            migrationBuilder.DropTable(
                name: "Arendetittar");

            migrationBuilder.DropColumn(
                name: "SkolanHarSvarat",
                table: "Arenden");

            migrationBuilder.DropColumn(
                name: "SkolanSkaSvara",
                table: "Arenden");
        }
    }
}
