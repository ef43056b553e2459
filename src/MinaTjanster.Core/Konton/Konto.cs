using Microsoft.AspNetCore.Identity;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Konton;

/// <summary>Whether the stored password is the person's own or a one-time password that must be changed at first login.</summary>
public enum Losenordsstatus
{
    Eget,
    Engangs,
}

/// <summary>A person's account. What it may do stands in its <see cref="Behorighet"/> rows.</summary>
public sealed class Konto : IdentityUser<long>
{
    public const int MaxNamn = 120;
    public const int MaxAnvandarnamn = 64;
    public const int MaxEpost = 254;
    public const int MaxTelefon = 30;

    private Konto()
    {
    }

    public Konto(string anvandarnamn, string namn, string epost, string? telefon, Personnummer? personnummer = null)
    {
        UserName = anvandarnamn;
        NormalizedUserName = Normalisera(anvandarnamn);
        Namn = namn;
        Email = epost;
        NormalizedEmail = epost.ToUpperInvariant();
        PhoneNumber = telefon;
        Personnummer = personnummer;
        NyStampel();
    }

    public string Namn { get; private set; } = "";

    /// <summary>Null for an account without a personnummer (domain.md section 3).</summary>
    public Personnummer? Personnummer { get; private set; }

    public Losenordsstatus Losenordsstatus { get; private set; }

    /// <summary>UTC; null when the password is the person's own.</summary>
    public DateTime? EngangslosenordGiltigtTill { get; private set; }

    /// <summary>UTC; null before the first login.</summary>
    public DateTime? SenastInloggad { get; private set; }

    /// <summary>The school chosen last, chosen again at the next login.</summary>
    public long? SenasteSkolaId { get; private set; }

    /// <summary>A system's name among senders (<see cref="Systemkonton.Systemkonto"/>): nobody can sign in with it, since there is no username to type.</summary>
    internal static Konto ForSystem(string namn)
    {
        var konto = new Konto { Namn = Systemnamn(namn) };
        konto.NyStampel();
        return konto;
    }

    /// <summary>Says in every list that the sender is no person.</summary>
    internal static string Systemnamn(string namn) => $"{namn} (systemkonto)";

    /// <summary>The form in which user names are compared: case and outer spaces do not matter.</summary>
    public static string Normalisera(string anvandarnamn) => anvandarnamn.Trim().ToUpperInvariant();

    /// <summary>
    /// What a typed name is looked up as. A giant name is looked up as well, cut to the column: it matches nobody, and costs what any other does.
    /// </summary>
    public static string Soknamn(string? anvandarnamn)
    {
        var normaliserat = Normalisera(anvandarnamn ?? "");
        return normaliserat.Length > MaxAnvandarnamn ? normaliserat[..MaxAnvandarnamn] + "\n" : normaliserat;
    }

    /// <summary>Sets a one-time password, valid until the given instant (UTC).</summary>
    public void SattEngangslosenord(string hash, DateTime giltigtTill)
    {
        PasswordHash = hash;
        Losenordsstatus = Losenordsstatus.Engangs;
        EngangslosenordGiltigtTill = giltigtTill;
        NyStampel();
    }

    /// <summary>Sets a password the person has chosen.</summary>
    public void BytLosenord(string hash)
    {
        PasswordHash = hash;
        Losenordsstatus = Losenordsstatus.Eget;
        EngangslosenordGiltigtTill = null;
        NyStampel();
    }

    /// <summary>The same password, hashed as strongly as the settings now say.</summary>
    public void StarkHash(string hash) => PasswordHash = hash;

    public void Inloggad(DateTime tid) => SenastInloggad = tid;

    /// <summary>The person's facts, as the school or CSN has them.</summary>
    /// <remarks>Another address is another mailbox: what was mailed to the old one no longer changes the password.</remarks>
    internal void AndraUppgifter(string namn, string epost, string? telefon)
    {
        if (epost != Email)
            NyStampel();
        else
            NyVersion();
        Namn = namn;
        Email = epost;
        NormalizedEmail = epost.ToUpperInvariant();
        PhoneNumber = telefon;
    }

    /// <summary>An account without a personnummer gets one; never another one.</summary>
    internal void SattPersonnummer(Personnummer personnummer) => Personnummer ??= personnummer;

    /// <summary>Makes any change of the account that began earlier fail: ConcurrencyStamp is Identity's concurrency token.</summary>
    internal void NyVersion() => ConcurrencyStamp = Guid.NewGuid().ToString("N");

    /// <summary>
    /// Voids permissions to change the password, begun log-ins, and any change of these that began earlier: ConcurrencyStamp is Identity's concurrency
    /// token. Done by every change of how the person signs in.
    /// </summary>
    public void NyStampel()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = SecurityStamp;
    }
}
