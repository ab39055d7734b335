namespace CrmVoip.Domain;

/// <summary>A known text, sealed at set-up. When it does not open, the keys are wrong and no secret would open either.</summary>
public sealed class CanarioDoCofre(string cifrado)
{
    public const string Texto = "canário";
    public const string Coluna = "canarios_do_cofre.cifrado";

    public int Id { get; private init; } = 1;

    public string Cifrado { get; private init; } = cifrado;
}
