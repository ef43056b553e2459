using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StudentReporting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HandelseId",
                table: "Studieperioder",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kurskod",
                table: "Studieperioder",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlaneradSistaDag",
                table: "Studieperioder",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "VantadFran",
                table: "Studerande",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VantadUtbildning",
                table: "Studerande",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Handelseutkast",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AndrarHandelseId = table.Column<long>(type: "bigint", nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelseutkast", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelseutkast_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sandningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Kanal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rapportdag = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sandningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sandningar_Konton_SkickadAvKontoId",
                        column: x => x.SkickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sandningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handelseutkastrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    HandelseutkastId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    Arskurs = table.Column<int>(type: "int", nullable: true),
                    Avdelning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "bit", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Handledare = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Resultat = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Utbildning = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelseutkastrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelseutkastrader_Handelseutkast_HandelseutkastId",
                        column: x => x.HandelseutkastId,
                        principalTable: "Handelseutkast",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Handelseutkastrader_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    SandningId = table.Column<long>(type: "bigint", nullable: false),
                    Forklaring = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ErsatterId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Upphorde = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TillbakatagenAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Arskurs = table.Column<int>(type: "int", nullable: true),
                    Avdelning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Bekraftad = table.Column<bool>(type: "bit", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Handledare = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Kurskod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Resultat = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Studievagskod = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    TotalpoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Utbildning = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    UtfardadAv = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handelser_Sandningar_SandningId",
                        column: x => x.SandningId,
                        principalTable: "Sandningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handelser_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_HandelseId",
                table: "Studieperioder",
                column: "HandelseId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_SandningId",
                table: "Handelser",
                column: "SandningId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_SkolaId",
                table: "Handelser",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelser_StuderandeId_Status",
                table: "Handelser",
                columns: new[] { "StuderandeId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_KontoId",
                table: "Handelseutkast",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_Nyckel",
                table: "Handelseutkast",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_Skapad",
                table: "Handelseutkast",
                column: "Skapad");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkast_SkolaId_KontoId",
                table: "Handelseutkast",
                columns: new[] { "SkolaId", "KontoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_HandelseutkastId",
                table: "Handelseutkastrader",
                column: "HandelseutkastId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_SkolaId",
                table: "Handelseutkastrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Handelseutkastrader_StuderandeId",
                table: "Handelseutkastrader",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_Kvittensnummer",
                table: "Sandningar",
                column: "Kvittensnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_Sandningsnyckel",
                table: "Sandningar",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_SkickadAvKontoId",
                table: "Sandningar",
                column: "SkickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Sandningar_SkolaId_Skickad",
                table: "Sandningar",
                columns: new[] { "SkolaId", "Skickad" });

            migrationBuilder.AddForeignKey(
                name: "FK_Studieperioder_Handelser_HandelseId",
                table: "Studieperioder",
                column: "HandelseId",
                principalTable: "Handelser",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Until now no break or extension has moved a last day.
            migrationBuilder.Sql("EXEC(N'UPDATE [Studieperioder] SET [PlaneradSistaDag] = [SistaDag];');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Studieperioder_Handelser_HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropTable(
                name: "Handelser");

            migrationBuilder.DropTable(
                name: "Handelseutkastrader");

            migrationBuilder.DropTable(
                name: "Sandningar");

            migrationBuilder.DropTable(
                name: "Handelseutkast");

            migrationBuilder.DropIndex(
                name: "IX_Studieperioder_HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "HandelseId",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "Kurskod",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "PlaneradSistaDag",
                table: "Studieperioder");

            migrationBuilder.DropColumn(
                name: "VantadFran",
                table: "Studerande");

            migrationBuilder.DropColumn(
                name: "VantadUtbildning",
                table: "Studerande");
        }
    }
}
