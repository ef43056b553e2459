namespace MinaTjanster.Web.Shared.Hjalp;

/// <summary>A task with a form, as help is given about it. Events of students have their codes instead.</summary>
public enum Hjalpuppgift
{
    // Ogiltig frånvaro
    RapporteraSkolk,
    GranskaSkolk,
    SistaSkolkdag,
    AndraSkolk,
    TaBortSkolk,
    Underlag,
    GranskaUnderlag,
    Komplettering,
    Forsattsblad,

    // Studeranderapportering
    GranskaHandelse,
    AndraHandelse,
    TaTillbakaHandelse,
    RapporteraFlera,
    NyStuderande,
    Kvar,
    Antagningslista,
    Utkast,
    SkickaFil,
    FranLadok,
    RattaRader,
    ForklaraVarning,

    // Studietider och utbildningar
    NyUtbildning,
    AndraUtbildning,
    ArkiveraUtbildning,
    AtertaUtbildning,
    Studietider,
    NyStudietid,
    AndraStudietid,
    TaBortStudietid,
    Framskriv,
    GranskaStudietider,
    LasInFil,
    RattaInlastaRader,
    BekraftaSkoluppgifter,
    AndraSkoluppgifter,
    NyKontaktperson,
    AndraKontaktperson,
    TaBortKontaktperson,

    // Identity Manager
    HjalpaNagonIn,
    NyAnvandare,
    GeBehorigheter,
    Engangslosenord,
    Anvandaruppgifter,
    AvslutaKonto,
    AterstallKonto,
    AterstallTvasteg,
    KravTvasteg,
    Attestering,
    BegarBehorighet,
    SvaraPaBegaran,
    ForeslaAdministrator,
    Administratorer,
    Forsakran,
    BestallBehorighet,
    GranskaBestallning,
    Systemkonton,
    BytRapporteringssatt,

    // The account
    LoggaIn,
    ValjSkola,
    GlomtLosenord,
    Engangskod,
    AndraLosenord,
    NyttLosenord,
    Tvasteg,
    TvastegApp,
    TvastegPassernyckel,
    TvastegByt,
    Inloggningar,

    // CSN-order
    ValjMaterial,
    Materialkorg,
    BestallMaterial,
    Materialbestallning,
}
