using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MinaTjanster.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PublicOfferingAndSchoolFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Kontaktkort",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Ansvarsomrade = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kontaktkort", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kontaktkort_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rapporteringsomgangar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Lasar = table.Column<int>(type: "int", nullable: false),
                    Skolformstext = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Oppnar = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SkapadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Skapad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rapporteringsomgangar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rapporteringsomgangar_Konton_SkapadAvKontoId",
                        column: x => x.SkapadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skolinformationer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Bekraftad = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BekraftadAvKontoId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Besoksadress = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Skolsystem = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Webbplats = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolinformationer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolinformationer_Konton_BekraftadAvKontoId",
                        column: x => x.BekraftadAvKontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skolinformationer_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skolkontaktpersoner",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Roll = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Telefon = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Epost = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skolkontaktpersoner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skolkontaktpersoner_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skoluppgiftsandringar",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    Act = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Andringar = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    KontoId = table.Column<long>(type: "bigint", nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skoluppgiftsandringar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skoluppgiftsandringar_Konton_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konton",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Skoluppgiftsandringar_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Telefontider",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Veckodag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Oppnar = table.Column<TimeOnly>(type: "time", nullable: false),
                    Stanger = table.Column<TimeOnly>(type: "time", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Telefontider", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Telefonundantag",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false),
                    Oppnar = table.Column<TimeOnly>(type: "time", nullable: true),
                    Stanger = table.Column<TimeOnly>(type: "time", nullable: true),
                    Orsak = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Telefonundantag", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsposter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    UtbildningId = table.Column<long>(type: "bigint", nullable: true),
                    Skolkod = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Skola = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Ort = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Skolform = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Namn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Slag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Niva = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Kod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Takt = table.Column<int>(type: "int", nullable: true),
                    Undervisning = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sokord = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SenasteStart = table.Column<DateOnly>(type: "date", nullable: false),
                    Publicerad = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsposter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsutgavor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Nummer = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsutgavor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Omgangspaminnelser",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RapporteringsomgangId = table.Column<long>(type: "bigint", nullable: false),
                    Dag = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Omgangspaminnelser", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Omgangspaminnelser_Rapporteringsomgangar_RapporteringsomgangId",
                        column: x => x.RapporteringsomgangId,
                        principalTable: "Rapporteringsomgangar",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Utbudsord",
                columns: table => new
                {
                    Term = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sorteringsnyckel = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UtbudspostId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudsord", x => new { x.Term, x.Sorteringsnyckel, x.UtbudspostId });
                    table.ForeignKey(
                        name: "FK_Utbudsord_Utbudsposter_UtbudspostId",
                        column: x => x.UtbudspostId,
                        principalTable: "Utbudsposter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Utbudstider",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    UtbudspostId = table.Column<long>(type: "bigint", nullable: false),
                    UrsprungId = table.Column<long>(type: "bigint", nullable: false),
                    Andringar = table.Column<int>(type: "int", nullable: false),
                    Galler = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ForstaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    SistaDag = table.Column<DateOnly>(type: "date", nullable: false),
                    PoangTiondelar = table.Column<int>(type: "int", nullable: true),
                    Omfattning = table.Column<int>(type: "int", nullable: true),
                    Uppehallstext = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utbudstider", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Utbudstider_Utbudsposter_UtbudspostId",
                        column: x => x.UtbudspostId,
                        principalTable: "Utbudsposter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Omgangsutskick",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SkolaId = table.Column<long>(type: "bigint", nullable: false),
                    OmgangspaminnelseId = table.Column<long>(type: "bigint", nullable: false),
                    Mottagare = table.Column<int>(type: "int", nullable: false),
                    Tid = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Omgangsutskick", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Omgangsutskick_Omgangspaminnelser_OmgangspaminnelseId",
                        column: x => x.OmgangspaminnelseId,
                        principalTable: "Omgangspaminnelser",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Omgangsutskick_Skolor_SkolaId",
                        column: x => x.SkolaId,
                        principalTable: "Skolor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Utbudsutgavor",
                columns: new[] { "Id", "Nummer" },
                values: new object[] { 1L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Kontaktkort_KontoId",
                table: "Kontaktkort",
                column: "KontoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Omgangspaminnelser_RapporteringsomgangId_Dag",
                table: "Omgangspaminnelser",
                columns: new[] { "RapporteringsomgangId", "Dag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Omgangspaminnelser_Status_Dag",
                table: "Omgangspaminnelser",
                columns: new[] { "Status", "Dag" });

            migrationBuilder.CreateIndex(
                name: "IX_Omgangsutskick_OmgangspaminnelseId_SkolaId",
                table: "Omgangsutskick",
                columns: new[] { "OmgangspaminnelseId", "SkolaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Omgangsutskick_SkolaId",
                table: "Omgangsutskick",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Rapporteringsomgangar_Lasar_Status",
                table: "Rapporteringsomgangar",
                columns: new[] { "Lasar", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Rapporteringsomgangar_SkapadAvKontoId",
                table: "Rapporteringsomgangar",
                column: "SkapadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolinformationer_BekraftadAvKontoId",
                table: "Skolinformationer",
                column: "BekraftadAvKontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skolinformationer_SkolaId",
                table: "Skolinformationer",
                column: "SkolaId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skolkontaktpersoner_SkolaId_Roll_Epost",
                table: "Skolkontaktpersoner",
                columns: new[] { "SkolaId", "Roll", "Epost" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skoluppgiftsandringar_KontoId",
                table: "Skoluppgiftsandringar",
                column: "KontoId");

            migrationBuilder.CreateIndex(
                name: "IX_Skoluppgiftsandringar_SkolaId_Tid",
                table: "Skoluppgiftsandringar",
                columns: new[] { "SkolaId", "Tid" });

            migrationBuilder.CreateIndex(
                name: "IX_Telefontider_Veckodag",
                table: "Telefontider",
                column: "Veckodag",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Telefonundantag_Dag",
                table: "Telefonundantag",
                column: "Dag",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsord_UtbudspostId",
                table: "Utbudsord",
                column: "UtbudspostId");

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_SkolaId",
                table: "Utbudsposter",
                column: "SkolaId");

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_Skolkod_UtbildningId",
                table: "Utbudsposter",
                columns: new[] { "Skolkod", "UtbildningId" });

            migrationBuilder.CreateIndex(
                name: "IX_Utbudsposter_Sorteringsnyckel_Id",
                table: "Utbudsposter",
                columns: new[] { "Sorteringsnyckel", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Utbudstider_UtbudspostId_ForstaDag",
                table: "Utbudstider",
                columns: new[] { "UtbudspostId", "ForstaDag" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Kontaktkort");

            migrationBuilder.DropTable(
                name: "Omgangsutskick");

            migrationBuilder.DropTable(
                name: "Skolinformationer");

            migrationBuilder.DropTable(
                name: "Skolkontaktpersoner");

            migrationBuilder.DropTable(
                name: "Skoluppgiftsandringar");

            migrationBuilder.DropTable(
                name: "Telefontider");

            migrationBuilder.DropTable(
                name: "Telefonundantag");

            migrationBuilder.DropTable(
                name: "Utbudsord");

            migrationBuilder.DropTable(
                name: "Utbudstider");

            migrationBuilder.DropTable(
                name: "Utbudsutgavor");

            migrationBuilder.DropTable(
                name: "Omgangspaminnelser");

            migrationBuilder.DropTable(
                name: "Utbudsposter");

            migrationBuilder.DropTable(
                name: "Rapporteringsomgangar");
        }
    }
}
