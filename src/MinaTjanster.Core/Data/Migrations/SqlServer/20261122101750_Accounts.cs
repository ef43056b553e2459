using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Konton_Epost",
                table: "Konton");

            migrationBuilder.DropIndex(
                name: "IX_Konton_Personnummer",
                table: "Konton");

            migrationBuilder.AddColumn<long>(
                name: "KontoId",
                table: "UtgaendeMejl",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SkyddadText",
                table: "UtgaendeMejl",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slag",
                table: "UtgaendeMejl",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Vanligt");

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "Sokningar",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<string>(
                name: "AndraFaktor",
                table: "Skolor",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Erbjuds");

            migrationBuilder.AddColumn<DateOnly>(
                name: "FaAdministratorerSedan",
                table: "Skolor",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Gatuadress",
                table: "Skolor",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Postnummer",
                table: "Skolor",
                type: "varchar(5)",
                unicode: false,
                maxLength: 5,
                nullable: true);

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

            migrationBuilder.AddColumn<DateTime>(
                name: "Avslutad",
                table: "Behorigheter",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Bekraftad",
                table: "Behorigheter",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Gavs",
                table: "Behorigheter",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Administratorsbyten",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Begart = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BegartAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    AvgarKontoId = table.Column<long>(type: "bigint", nullable: true),
                    RektorNamn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    RektorEpost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    LankHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    LankGiltigTill = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Signerat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SigneratNamn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Avgjort = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AvgjortAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Avslagsskal = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
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
                name: "Attesteringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: false),
                    Oppnad = table.Column<DateOnly>(type: "date", nullable: false),
                    ForstaPaminnelse = table.Column<DateOnly>(type: "date", nullable: true),
                    AndraPaminnelse = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Klar = table.Column<DateOnly>(type: "date", nullable: true)
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
                name: "Behorighetsbestallningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AdministrationFlyttad = table.Column<DateOnly>(type: "date", nullable: true),
                    Andringar = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Behorighetsbestallningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Behorighetsbestallningar_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbestallningar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Engangskoder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NyckelHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Anvandarnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Stampel = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Kodhash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GiltigTill = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AntalForsok = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engangskoder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Engangskoder_Konton_KontoId",
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

            migrationBuilder.CreateTable(
                name: "Kanalandringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OppenForSkolaId = table.Column<long>(type: "bigint", nullable: true),
                    Satt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    BegardAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fran = table.Column<DateOnly>(type: "date", nullable: true),
                    BeslutadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Beslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslagsskal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Genomford = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kanalandringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kanalandringar_Konton_BegardAvKontoId",
                        column: x => x.BegardAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Kanalandringar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kodsparrar",
                columns: table => new
                {
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Senast = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kodsparrar", x => x.Nyckel);
                });

            migrationBuilder.CreateTable(
                name: "Kontaktansvar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontaktansvar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kontaktansvar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Kontaktansvar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kontobrev",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Utskriven = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Utskriftsnyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    EngangslosenordTidigast = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EngangslosenordSkickat = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Andrad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AvslutadAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    OvertagareKontoId = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "Behorighetsbegaranden",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    VantandeKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AvgjordAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Avgjord = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslagsskal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    BestallningId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Behorighetsbegaranden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorighetsbegaranden_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bestallningsfragor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    BestallningId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    StalldAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Stalld = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Svar = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    BesvaradAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Besvarad = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bestallningsfragor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bestallningsfragor_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bestallningsrader",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    BestallningId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Personnummer = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true),
                    TidigareKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AvgjordAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Avgjord = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ResultatKontoId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bestallningsrader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Behorighetsbestallningar_BestallningId",
                        column: x => x.BestallningId,
                        principalTable: "Behorighetsbestallningar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_ResultatKontoId",
                        column: x => x.ResultatKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bestallningsrader_Konton_TidigareKontoId",
                        column: x => x.TidigareKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_KontoId_Tid",
                table: "Visningar",
                columns: new[] { "KontoId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_SkolaId_Tid",
                table: "Visningar",
                columns: new[] { "SkolaId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Epost",
                table: "Konton",
                column: "NormalizedEmail",
                unique: true,
                filter: "[NormalizedEmail] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Personnummer",
                table: "Konton",
                column: "Personnummer",
                unique: true,
                filter: "[Personnummer] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorigheter_Csn",
                table: "Behorigheter",
                columns: new[] { "KontoId", "Slag" },
                unique: true,
                filter: "SkolaId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Act_Tid",
                table: "AuditEvents",
                columns: new[] { "Act", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_KontoId_Tid",
                table: "AuditEvents",
                columns: new[] { "KontoId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Tid",
                table: "AuditEvents",
                column: "Tid");

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
                name: "IX_Aterstallningskoder_KontoId_Hash",
                table: "Aterstallningskoder",
                columns: new[] { "KontoId", "Hash" },
                unique: true);

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
                name: "IX_Autentiseringsappar_KontoId",
                table: "Autentiseringsappar",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_BestallningId",
                table: "Behorighetsbegaranden",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_KontoId",
                table: "Behorighetsbegaranden",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_SkolaId_Status",
                table: "Behorighetsbegaranden",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_SkolaId_VantandeKontoId_Slag",
                table: "Behorighetsbegaranden",
                columns: new[] { "SkolaId", "VantandeKontoId", "Slag" },
                unique: true,
                filter: "[VantandeKontoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbegaranden_Status_Skickad",
                table: "Behorighetsbegaranden",
                columns: new[] { "Status", "Skickad" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Kvittensnummer",
                table: "Behorighetsbestallningar",
                column: "Kvittensnummer",
                unique: true,
                filter: "[Kvittensnummer] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Sandningsnyckel",
                table: "Behorighetsbestallningar",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_SkapadAvKontoId",
                table: "Behorighetsbestallningar",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_SkolaId_Status",
                table: "Behorighetsbestallningar",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorighetsbestallningar_Status_Skickad",
                table: "Behorighetsbestallningar",
                columns: new[] { "Status", "Skickad" });

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsfragor_BestallningId",
                table: "Bestallningsfragor",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsfragor_SkolaId",
                table: "Bestallningsfragor",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_BestallningId",
                table: "Bestallningsrader",
                column: "BestallningId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_KontoId",
                table: "Bestallningsrader",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_ResultatKontoId",
                table: "Bestallningsrader",
                column: "ResultatKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_SkolaId",
                table: "Bestallningsrader",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Bestallningsrader_TidigareKontoId",
                table: "Bestallningsrader",
                column: "TidigareKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_Anvandarnyckel_Skapad",
                table: "Engangskoder",
                columns: new[] { "Anvandarnyckel", "Skapad" });

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_KontoId",
                table: "Engangskoder",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_NyckelHash",
                table: "Engangskoder",
                column: "NyckelHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Engangskoder_Skapad",
                table: "Engangskoder",
                column: "Skapad");

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

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_BegardAvKontoId",
                table: "Kanalandringar",
                column: "BegardAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_OppenForSkolaId",
                table: "Kanalandringar",
                column: "OppenForSkolaId",
                unique: true,
                filter: "[OppenForSkolaId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_SkolaId",
                table: "Kanalandringar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Kanalandringar_Status_Fran",
                table: "Kanalandringar",
                columns: new[] { "Status", "Fran" });

            migrationBuilder.CreateIndex(
                name: "IX_Kontaktansvar_KontoId",
                table: "Kontaktansvar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Kontaktansvar_SkolaId_KontoId",
                table: "Kontaktansvar",
                columns: new[] { "SkolaId", "KontoId" },
                unique: true);

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
                name: "IX_Kontobrev_Utskriftsnyckel",
                table: "Kontobrev",
                column: "Utskriftsnyckel");

            migrationBuilder.CreateIndex(
                name: "IX_Skolanvandare_KontoId",
                table: "Skolanvandare",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolanvandare_SkolaId_KontoId",
                table: "Skolanvandare",
                columns: new[] { "SkolaId", "KontoId" },
                unique: true);

            // Those who held something at a school before are its users.
            migrationBuilder.Sql("EXEC(N'INSERT INTO Skolanvandare (SkolaId, KontoId, Version, Skapad) SELECT DISTINCT SkolaId, KontoId, 0, ''2026-11-22 00:00:00'' FROM Behorigheter WHERE SkolaId IS NOT NULL')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Administratorsbyten");

            migrationBuilder.DropTable(
                name: "Aterstallningskoder");

            migrationBuilder.DropTable(
                name: "Attesteringar");

            migrationBuilder.DropTable(
                name: "Autentiseringsappar");

            migrationBuilder.DropTable(
                name: "Behorighetsbegaranden");

            migrationBuilder.DropTable(
                name: "Bestallningsfragor");

            migrationBuilder.DropTable(
                name: "Bestallningsrader");

            migrationBuilder.DropTable(
                name: "Engangskoder");

            migrationBuilder.DropTable(
                name: "Faktorsteg");

            migrationBuilder.DropTable(
                name: "Kanalandringar");

            migrationBuilder.DropTable(
                name: "Kodsparrar");

            migrationBuilder.DropTable(
                name: "Kontaktansvar");

            migrationBuilder.DropTable(
                name: "Kontobrev");

            migrationBuilder.DropTable(
                name: "Skolanvandare");

            migrationBuilder.DropTable(
                name: "Behorighetsbestallningar");

            migrationBuilder.DropIndex(
                name: "IX_Visningar_KontoId_Tid",
                table: "Visningar");

            migrationBuilder.DropIndex(
                name: "IX_Visningar_SkolaId_Tid",
                table: "Visningar");

            migrationBuilder.DropIndex(
                name: "IX_UtgaendeMejl_KontoId",
                table: "UtgaendeMejl");

            migrationBuilder.DropIndex(
                name: "IX_Konton_Epost",
                table: "Konton");

            migrationBuilder.DropIndex(
                name: "IX_Konton_Personnummer",
                table: "Konton");

            migrationBuilder.DropIndex(
                name: "IX_Behorigheter_Csn",
                table: "Behorigheter");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Act_Tid",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_KontoId_Tid",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_Tid",
                table: "AuditEvents");

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
                name: "AndraFaktor",
                table: "Skolor");

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

            migrationBuilder.DropColumn(
                name: "Avslutad",
                table: "Behorigheter");

            migrationBuilder.DropColumn(
                name: "Bekraftad",
                table: "Behorigheter");

            migrationBuilder.DropColumn(
                name: "Gavs",
                table: "Behorigheter");

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "Sokningar",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(600)",
                oldMaxLength: 600);

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Epost",
                table: "Konton",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Personnummer",
                table: "Konton",
                column: "Personnummer");
        }
    }
}
