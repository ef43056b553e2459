using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Data;

/// <summary>
/// The portal's data, one model for SQLite and SQL Server (design decision 12). School-owned rows are filtered to
/// <see cref="Omfang"/>'s school when read, and refused when another school's are written (decision 6).
/// </summary>
public abstract partial class PortalDbContext(DbContextOptions options, Skrivgrind skrivgrind) : IdentityUserContext<Konto, long>(options)
{
    /// <summary>The name of the query filter on every <see cref="ISkolagd"/>.</summary>
    public const string Skolfilter = "Skola";

    /// <summary>Whose rows this context may touch. Set by whoever takes the context from its factory.</summary>
    public Skolomfang Omfang { get; set; } = new();

    public DbSet<Skola> Skolor => Set<Skola>();

    public DbSet<Konto> Konton => Set<Konto>();

    public DbSet<Behorighet> Behorigheter => Set<Behorighet>();

    public DbSet<Skolanvandare> Skolanvandare => Set<Skolanvandare>();

    public DbSet<Kontobrev> Kontobrev => Set<Kontobrev>();

    public DbSet<Behorighetsbestallning> Behorighetsbestallningar => Set<Behorighetsbestallning>();

    public DbSet<Behorighetsbegaran> Behorighetsbegaranden => Set<Behorighetsbegaran>();

    public DbSet<Kontaktansvar> Kontaktansvar => Set<Kontaktansvar>();

    public DbSet<Kanalandring> Kanalandringar => Set<Kanalandring>();

    public DbSet<Attestering> Attesteringar => Set<Attestering>();

    public DbSet<Administratorsbyte> Administratorsbyten => Set<Administratorsbyte>();

    public DbSet<Inloggningssession> Inloggningssessioner => Set<Inloggningssession>();

    public DbSet<Inloggningssparr> Inloggningssparrar => Set<Inloggningssparr>();

    public DbSet<Engangskod> Engangskoder => Set<Engangskod>();

    public DbSet<Kodsparr> Kodsparrar => Set<Kodsparr>();

    public DbSet<Autentiseringsapp> Autentiseringsappar => Set<Autentiseringsapp>();

    public DbSet<Aterstallningskod> Aterstallningskoder => Set<Aterstallningskod>();

    public DbSet<Faktorsteg> Faktorsteg => Set<Faktorsteg>();

    public DbSet<Systemkonto> Systemkonton => Set<Systemkonto>();

    public DbSet<Sokning> Sokningar => Set<Sokning>();

    public DbSet<Sparatformular> Sparadeformular => Set<Sparatformular>();

    public DbSet<Studerande> Studerande => Set<Studerande>();

    public DbSet<Sokord> Sokord => Set<Sokord>();

    public DbSet<Studieperiod> Studieperioder => Set<Studieperiod>();

    public DbSet<Handelse> Handelser => Set<Handelse>();

    public DbSet<Sandning> Sandningar => Set<Sandning>();

    public DbSet<Handelseutkast> Handelseutkast => Set<Handelseutkast>();

    public DbSet<Avstangning> Avstangningar => Set<Avstangning>();

    public DbSet<Filuppladdning> Filuppladdningar => Set<Filuppladdning>();

    public DbSet<Filjobb> Filjobb => Set<Filjobb>();

    public DbSet<Filjobbsrad> Filjobbsrader => Set<Filjobbsrad>();

    public DbSet<Filradsfel> Filradsfel => Set<Filradsfel>();

    public DbSet<Publicering> Publiceringar => Set<Publicering>();

    public DbSet<Ladokrattelse> Ladokrattelser => Set<Ladokrattelse>();

    public DbSet<Skolkrapport> Skolkrapporter => Set<Skolkrapport>();

    public DbSet<Skolkutkast> Skolkutkast => Set<Skolkutkast>();

    public DbSet<Franvarolista> Franvarolistor => Set<Franvarolista>();

    public DbSet<Franvaroinstallning> Franvaroinstallningar => Set<Franvaroinstallning>();

    public DbSet<Franvarourval> Franvarourval => Set<Franvarourval>();

    public DbSet<Arende> Arenden => Set<Arende>();

    public DbSet<Skolkbeslut> Skolkbeslut => Set<Skolkbeslut>();

    public DbSet<Komplettering> Kompletteringar => Set<Komplettering>();

    public DbSet<Sidmarkering> Sidmarkeringar => Set<Sidmarkering>();

    public DbSet<Arendemeddelande> Arendemeddelanden => Set<Arendemeddelande>();

    public DbSet<Arendeanteckning> Arendeanteckningar => Set<Arendeanteckning>();

    public DbSet<Arendetitt> Arendetittar => Set<Arendetitt>();

    public DbSet<Utfallskontroll> Utfallskontroller => Set<Utfallskontroll>();

    public DbSet<Franvarounderlag> Franvarounderlag => Set<Franvarounderlag>();

    public DbSet<Utbildning> Utbildningar => Set<Utbildning>();

    public DbSet<Studietidsrapport> Studietidsrapporter => Set<Studietidsrapport>();

    public DbSet<Studietid> Studietider => Set<Studietid>();

    public DbSet<Skolinformation> Skolinformationer => Set<Skolinformation>();

    public DbSet<Skolkontaktperson> Skolkontaktpersoner => Set<Skolkontaktperson>();

    public DbSet<Skoluppgiftsandring> Skoluppgiftsandringar => Set<Skoluppgiftsandring>();

    public DbSet<Telefontid> Telefontider => Set<Telefontid>();

    public DbSet<Telefonundantag> Telefonundantag => Set<Telefonundantag>();

    public DbSet<Kontaktkort> Kontaktkort => Set<Kontaktkort>();

    public DbSet<Rapporteringsomgang> Rapporteringsomgangar => Set<Rapporteringsomgang>();

    public DbSet<Omgangspaminnelse> Omgangspaminnelser => Set<Omgangspaminnelse>();

    public DbSet<Omgangsutskick> Omgangsutskick => Set<Omgangsutskick>();

    public DbSet<Omgangsgrind> Omgangsgrindar => Set<Omgangsgrind>();

    public DbSet<Materialartikel> Materialartiklar => Set<Materialartikel>();

    public DbSet<Materialkorg> Materialkorgar => Set<Materialkorg>();

    public DbSet<Materialbestallning> Materialbestallningar => Set<Materialbestallning>();

    public DbSet<Inlasning> Inlasningar => Set<Inlasning>();

    public DbSet<Inlasningsrad> Inlasningsrader => Set<Inlasningsrad>();

    public DbSet<Utbudspost> Utbudsposter => Set<Utbudspost>();

    public DbSet<Utbudstid> Utbudstider => Set<Utbudstid>();

    public DbSet<Utbudsord> Utbudsord => Set<Utbudsord>();

    public DbSet<Utbudsutgava> Utbudsutgavor => Set<Utbudsutgava>();

    public DbSet<Driftavbrott> Driftavbrott => Set<Driftavbrott>();

    public DbSet<Nyhet> Nyheter => Set<Nyhet>();

    public DbSet<Fristval> Fristval => Set<Fristval>();

    public DbSet<Fristmejl> Fristmejl => Set<Fristmejl>();

    public DbSet<Fristnotis> Fristnotiser => Set<Fristnotis>();

    public DbSet<Kalenderlank> Kalenderlankar => Set<Kalenderlank>();

    public DbSet<Fristpaminnelse> Fristpaminnelser => Set<Fristpaminnelse>();

    public DbSet<PubliceradStatistik> PubliceradStatistik => Set<PubliceradStatistik>();

    public DbSet<Dokument> Dokument => Set<Dokument>();

    public DbSet<Dokumentdel> Dokumentdelar => Set<Dokumentdel>();

    public DbSet<UtgaendeMejl> UtgaendeMejl => Set<UtgaendeMejl>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<Visning> Visningar => Set<Visning>();

    public DbSet<Sidsvar> Sidsvar => Set<Sidsvar>();

    public DbSet<Dataskyddsnyckel> Dataskyddsnycklar => Set<Dataskyddsnyckel>();

    /// <summary>The active school, read by the query filters on each query.</summary>
    /// <exception cref="SkolaSaknasException">No school is chosen.</exception>
    protected long AktivSkolaId => Omfang.SkolaId;

    /// <summary>Independent of how Identity is registered; its passkeys are mapped by us, as columns rather than JSON (decision 12).</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>All schools' rows, for work whose scope is "all, because …".</summary>
    /// <exception cref="SkolaSaknasException">The scope is not all schools.</exception>
    public IQueryable<T> Nationellt<T>()
        where T : class, ISkolagd =>
        Omfang.ArAlla ? Set<T>().IgnoreQueryFilters([Skolfilter]) : throw new SkolaSaknasException();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Personnummer>().HaveConversion<PersonnummerConverter>().HaveMaxLength(12).AreUnicode(false);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var typ in builder.Model.GetEntityTypes())
        {
            if (typeof(ISkolagd).IsAssignableFrom(typ.ClrType))
            {
                typeof(PortalDbContext)
                    .GetMethod(nameof(FiltreraPaSkola), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                    .MakeGenericMethod(typ.ClrType)
                    .Invoke(this, [builder]);
            }

            if (typeof(IVersionerad).IsAssignableFrom(typ.ClrType))
            {
                builder.Entity(typ.ClrType).Property(nameof(IVersionerad.Version)).IsConcurrencyToken();
            }
        }
    }

    private void FiltreraPaSkola<T>(ModelBuilder builder)
        where T : class, ISkolagd =>
        builder.Entity<T>().HasQueryFilter(Skolfilter, e => e.SkolaId == AktivSkolaId);
}
