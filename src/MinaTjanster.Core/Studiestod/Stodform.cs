namespace MinaTjanster.Core.Studiestod;

/// <summary>The two kinds of support between which education and age decide (domain.md section 4).</summary>
public enum Stodform
{
    Studiehjalp,
    Studiemedel,
}
