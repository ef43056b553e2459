using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Faktor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AndraFaktor",
                table: "Skolor",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Erbjuds");

            migrationBuilder.AddColumn<DateTime>(
                name: "SenastAnvand",
                table: "Passernycklar",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Tillagd",
                table: "Passernycklar",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Satt",
                table: "Inloggningssessioner",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "BaraLosenord");

            migrationBuilder.AddColumn<string>(
                name: "Webblasare",
                table: "Inloggningssessioner",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Aterstallningskoder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Anvand = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aterstallningskoder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Aterstallningskoder_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Autentiseringsappar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: false),
                    Aktiverad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SenasteSteg = table.Column<long>(type: "bigint", nullable: false),
                    SenastAnvand = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Autentiseringsappar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Autentiseringsappar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Faktorsteg",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NyckelHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Stampel = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Andamal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SessionId = table.Column<long>(type: "bigint", nullable: true),
                    Innehall = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Anvand = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Faktorsteg", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Faktorsteg_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Aterstallningskoder_KontoId_Hash",
                table: "Aterstallningskoder",
                columns: new[] { "KontoId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Autentiseringsappar_KontoId",
                table: "Autentiseringsappar",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Faktorsteg_KontoId",
                table: "Faktorsteg",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Faktorsteg_NyckelHash",
                table: "Faktorsteg",
                column: "NyckelHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Faktorsteg_SessionId",
                table: "Faktorsteg",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Faktorsteg_Skapad",
                table: "Faktorsteg",
                column: "Skapad");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aterstallningskoder");

            migrationBuilder.DropTable(
                name: "Autentiseringsappar");

            migrationBuilder.DropTable(
                name: "Faktorsteg");

            migrationBuilder.DropColumn(
                name: "AndraFaktor",
                table: "Skolor");

            migrationBuilder.DropColumn(
                name: "SenastAnvand",
                table: "Passernycklar");

            migrationBuilder.DropColumn(
                name: "Tillagd",
                table: "Passernycklar");

            migrationBuilder.DropColumn(
                name: "Satt",
                table: "Inloggningssessioner");

            migrationBuilder.DropColumn(
                name: "Webblasare",
                table: "Inloggningssessioner");
        }
    }
}
