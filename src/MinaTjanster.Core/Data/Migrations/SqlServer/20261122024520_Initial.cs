using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: true),
                    KontoId = table.Column<long>(type: "bigint", nullable: true),
                    Act = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objekt = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    ObjektId = table.Column<long>(type: "bigint", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dataskyddsnycklar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Namn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dataskyddsnycklar", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inloggningssparrar",
                columns: table => new
                {
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Antal = table.Column<int>(type: "int", nullable: false),
                    LastTill = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SenastForsok = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inloggningssparrar", x => x.Nyckel);
                });

            migrationBuilder.CreateTable(
                name: "Skolor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Skolkod = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Ort = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Skolform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rapporteringssatt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UtgaendeMejl",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Till = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Amne = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AntalForsok = table.Column<int>(type: "int", nullable: false),
                    NastaForsok = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Skickat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SenasteFel = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UtgaendeMejl", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Visningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objekt = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ObjektId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visningar", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Konton",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Personnummer = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true),
                    Losenordsstatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EngangslosenordGiltigtTill = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SenastInloggad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SenasteSkolaId = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Konton", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Konton_Skolor_SenasteSkolaId",
                        column: x => x.SenasteSkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Studerande",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Personnummer = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Fornamn = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Efternamn = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Klass = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Skydd = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studerande", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studerande_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Behorigheter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GiltigTill = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Behorigheter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Behorigheter_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Behorigheter_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Inloggningssessioner",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NyckelHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: true),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SenastAktiv = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Avslutad = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inloggningssessioner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inloggningssessioner_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Kontoansprak",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(1024)", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontoansprak", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kontoansprak_Konton_UserId",
                        column: x => x.UserId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Kontoinloggningar",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontoinloggningar", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_Kontoinloggningar_Konton_UserId",
                        column: x => x.UserId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Kontotecken",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(1024)", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontotecken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_Kontotecken_Konton_UserId",
                        column: x => x.UserId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passernycklar",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(850)", maxLength: 850, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Data_PublicKey = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false),
                    Data_Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Data_CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Data_SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Data_Transports = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Data_IsUserVerified = table.Column<bool>(type: "bit", nullable: false),
                    Data_IsBackupEligible = table.Column<bool>(type: "bit", nullable: false),
                    Data_IsBackedUp = table.Column<bool>(type: "bit", nullable: false),
                    Data_AttestationObject = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Data_ClientDataJson = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passernycklar", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Passernycklar_Konton_UserId",
                        column: x => x.UserId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sparadeformular",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Nyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: true),
                    Sokvag = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Innehall = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sparadeformular", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sparadeformular_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Skolkrapporter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    Bekraftelse = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    SkickadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rapportdag = table.Column<DateOnly>(type: "date", nullable: false),
                    Borttagningsskal = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolkrapporter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolkrapporter_Konton_SkickadAvKontoId",
                        column: x => x.SkickadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolkrapporter_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skolkutkast",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    Bekraftelse = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Underlagsplan = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolkutkast", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolkutkast_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolkutkast_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sokord",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    Ord = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sokord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sokord_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Studieperioder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    StuderandeId = table.Column<long>(type: "bigint", nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Utbildning = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Avdelning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Omfattning = table.Column<int>(type: "int", nullable: false),
                    Studievagskod = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Arskurs = table.Column<int>(type: "int", nullable: true),
                    Larling = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ValdStodform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studieperioder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studieperioder_Studerande_StuderandeId",
                        column: x => x.StuderandeId,
                        principalTable: "Studerande",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sokningar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    Nyckel = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sokningar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sokningar_Inloggningssessioner_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Inloggningssessioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Arenden",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    SkolkrapportId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HandlaggareKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Taget = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Skapat = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UnderlagInkom = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SenasteUnderlagInkom = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RapportAndrad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HandlaggningSekunder = table.Column<long>(type: "bigint", nullable: false),
                    HandlaggningFran = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GodkantAvKontoId = table.Column<long>(type: "bigint", nullable: true),
                    Godkant = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Avslutat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Atertaget = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AtertagetKvitterat = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arenden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Arenden_Konton_HandlaggareKontoId",
                        column: x => x.HandlaggareKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Arenden_Skolkrapporter_SkolkrapportId",
                        column: x => x.SkolkrapportId,
                        principalTable: "Skolkrapporter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Franvarounderlag",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    SkolkrapportId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Ankomstsatt = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sandningsnyckel = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Kvittensnummer = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true),
                    TackerFran = table.Column<DateOnly>(type: "date", nullable: true),
                    TackerTill = table.Column<DateOnly>(type: "date", nullable: true),
                    OgiltigMinuter = table.Column<int>(type: "int", nullable: true),
                    Tillfallen = table.Column<int>(type: "int", nullable: true),
                    UndervisningMinuter = table.Column<int>(type: "int", nullable: true),
                    ForstaDagen = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Forklaring = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AntalPapperssidor = table.Column<int>(type: "int", nullable: true),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Skickad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Ankomstdag = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Franvarounderlag", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Franvarounderlag_Skolkrapporter_SkolkrapportId",
                        column: x => x.SkolkrapportId,
                        principalTable: "Skolkrapporter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Kompletteringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    ArendeId = table.Column<long>(type: "bigint", nullable: false),
                    Orsak = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    BegardAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Begard = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SvarSenast = table.Column<DateOnly>(type: "date", nullable: false),
                    Besvarad = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Aterkallad = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kompletteringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kompletteringar_Arenden_ArendeId",
                        column: x => x.ArendeId,
                        principalTable: "Arenden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Dokument",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    FranvarounderlagId = table.Column<long>(type: "bigint", nullable: false),
                    Filnamn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Typ = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Langd = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    AntalSidor = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dokument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dokument_Franvarounderlag_FranvarounderlagId",
                        column: x => x.FranvarounderlagId,
                        principalTable: "Franvarounderlag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dokumentdelar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    DokumentId = table.Column<long>(type: "bigint", nullable: false),
                    Nummer = table.Column<int>(type: "int", nullable: false),
                    Innehall = table.Column<byte[]>(type: "varbinary(max)", maxLength: 65536, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dokumentdelar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dokumentdelar_Dokument_DokumentId",
                        column: x => x.DokumentId,
                        principalTable: "Dokument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_HandlaggareKontoId",
                table: "Arenden",
                column: "HandlaggareKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_SkolaId_Status",
                table: "Arenden",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_SkolkrapportId",
                table: "Arenden",
                column: "SkolkrapportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Arenden_Status_UnderlagInkom",
                table: "Arenden",
                columns: new[] { "Status", "UnderlagInkom" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Objekt_ObjektId",
                table: "AuditEvents",
                columns: new[] { "Objekt", "ObjektId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_SkolaId_Tid",
                table: "AuditEvents",
                columns: new[] { "SkolaId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_Behorigheter_KontoId_SkolaId_Slag",
                table: "Behorigheter",
                columns: new[] { "KontoId", "SkolaId", "Slag" },
                unique: true,
                filter: "[SkolaId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Behorigheter_SkolaId_Slag",
                table: "Behorigheter",
                columns: new[] { "SkolaId", "Slag" });

            migrationBuilder.CreateIndex(
                name: "IX_Dokument_FranvarounderlagId",
                table: "Dokument",
                column: "FranvarounderlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Dokument_SkolaId",
                table: "Dokument",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Dokument_Status_Skapad",
                table: "Dokument",
                columns: new[] { "Status", "Skapad" });

            migrationBuilder.CreateIndex(
                name: "IX_Dokumentdelar_DokumentId_Nummer",
                table: "Dokumentdelar",
                columns: new[] { "DokumentId", "Nummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarounderlag_Sandningsnyckel",
                table: "Franvarounderlag",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Franvarounderlag_SkolaId",
                table: "Franvarounderlag",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Franvarounderlag_SkolkrapportId",
                table: "Franvarounderlag",
                column: "SkolkrapportId");

            migrationBuilder.CreateIndex(
                name: "IX_Inloggningssessioner_KontoId",
                table: "Inloggningssessioner",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Inloggningssessioner_NyckelHash",
                table: "Inloggningssessioner",
                column: "NyckelHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inloggningssessioner_SenastAktiv",
                table: "Inloggningssessioner",
                column: "SenastAktiv");

            migrationBuilder.CreateIndex(
                name: "IX_Inloggningssparrar_SenastForsok",
                table: "Inloggningssparrar",
                column: "SenastForsok");

            migrationBuilder.CreateIndex(
                name: "IX_Kompletteringar_ArendeId",
                table: "Kompletteringar",
                column: "ArendeId");

            migrationBuilder.CreateIndex(
                name: "IX_Kompletteringar_SkolaId",
                table: "Kompletteringar",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Kontoansprak_UserId",
                table: "Kontoansprak",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Kontoinloggningar_UserId",
                table: "Kontoinloggningar",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Anvandarnamn",
                table: "Konton",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Epost",
                table: "Konton",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_Personnummer",
                table: "Konton",
                column: "Personnummer");

            migrationBuilder.CreateIndex(
                name: "IX_Konton_SenasteSkolaId",
                table: "Konton",
                column: "SenasteSkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Passernycklar_UserId",
                table: "Passernycklar",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_Kvittensnummer",
                table: "Skolkrapporter",
                column: "Kvittensnummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_Sandningsnyckel",
                table: "Skolkrapporter",
                column: "Sandningsnyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_SkickadAvKontoId",
                table: "Skolkrapporter",
                column: "SkickadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_SkolaId_Status",
                table: "Skolkrapporter",
                columns: new[] { "SkolaId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Skolkrapporter_StuderandeId",
                table: "Skolkrapporter",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkutkast_KontoId",
                table: "Skolkutkast",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkutkast_Nyckel",
                table: "Skolkutkast",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkutkast_Skapad",
                table: "Skolkutkast",
                column: "Skapad");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkutkast_SkolaId",
                table: "Skolkutkast",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolkutkast_StuderandeId",
                table: "Skolkutkast",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolor_Skolkod",
                table: "Skolor",
                column: "Skolkod",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sokningar_SessionId_Nyckel",
                table: "Sokningar",
                columns: new[] { "SessionId", "Nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sokord_SkolaId_Ord_StuderandeId",
                table: "Sokord",
                columns: new[] { "SkolaId", "Ord", "StuderandeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Sokord_StuderandeId",
                table: "Sokord",
                column: "StuderandeId");

            migrationBuilder.CreateIndex(
                name: "IX_Sparadeformular_KontoId",
                table: "Sparadeformular",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Sparadeformular_Nyckel",
                table: "Sparadeformular",
                column: "Nyckel",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sparadeformular_Tid",
                table: "Sparadeformular",
                column: "Tid");

            migrationBuilder.CreateIndex(
                name: "IX_Studerande_Personnummer",
                table: "Studerande",
                column: "Personnummer");

            migrationBuilder.CreateIndex(
                name: "IX_Studerande_SkolaId_Personnummer",
                table: "Studerande",
                columns: new[] { "SkolaId", "Personnummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studerande_SkolaId_Sorteringsnyckel_Id",
                table: "Studerande",
                columns: new[] { "SkolaId", "Sorteringsnyckel", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_SkolaId",
                table: "Studieperioder",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Studieperioder_StuderandeId_ForstaDag",
                table: "Studieperioder",
                columns: new[] { "StuderandeId", "ForstaDag" });

            migrationBuilder.CreateIndex(
                name: "IX_UtgaendeMejl_Status_NastaForsok",
                table: "UtgaendeMejl",
                columns: new[] { "Status", "NastaForsok" });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_Objekt_ObjektId",
                table: "Visningar",
                columns: new[] { "Objekt", "ObjektId" });

            migrationBuilder.CreateIndex(
                name: "IX_Visningar_Tid",
                table: "Visningar",
                column: "Tid");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "Behorigheter");

            migrationBuilder.DropTable(
                name: "Dataskyddsnycklar");

            migrationBuilder.DropTable(
                name: "Dokumentdelar");

            migrationBuilder.DropTable(
                name: "Inloggningssparrar");

            migrationBuilder.DropTable(
                name: "Kompletteringar");

            migrationBuilder.DropTable(
                name: "Kontoansprak");

            migrationBuilder.DropTable(
                name: "Kontoinloggningar");

            migrationBuilder.DropTable(
                name: "Kontotecken");

            migrationBuilder.DropTable(
                name: "Passernycklar");

            migrationBuilder.DropTable(
                name: "Skolkutkast");

            migrationBuilder.DropTable(
                name: "Sokningar");

            migrationBuilder.DropTable(
                name: "Sokord");

            migrationBuilder.DropTable(
                name: "Sparadeformular");

            migrationBuilder.DropTable(
                name: "Studieperioder");

            migrationBuilder.DropTable(
                name: "UtgaendeMejl");

            migrationBuilder.DropTable(
                name: "Visningar");

            migrationBuilder.DropTable(
                name: "Dokument");

            migrationBuilder.DropTable(
                name: "Arenden");

            migrationBuilder.DropTable(
                name: "Inloggningssessioner");

            migrationBuilder.DropTable(
                name: "Franvarounderlag");

            migrationBuilder.DropTable(
                name: "Skolkrapporter");

            migrationBuilder.DropTable(
                name: "Konton");

            migrationBuilder.DropTable(
                name: "Studerande");

            migrationBuilder.DropTable(
                name: "Skolor");
        }
    }
}
