namespace CrmVoip.Vault;

/// <summary>Where a secret lives ("table.column" of one row). Part of the key: text sealed for one place does not open in another.</summary>
public sealed record LugarDoSegredo(Guid OrganizacaoId, string Coluna, Guid LinhaId);

/// <summary>Seals and opens secrets at rest.</summary>
public interface ICofre
{
    public string Cifrar(LugarDoSegredo lugar, string texto);

    /// <exception cref="SegredoIlegivelException">The text was sealed for another place, with another key, or damaged.</exception>
    public string Decifrar(LugarDoSegredo lugar, string cifrado);
}

public sealed class SegredoIlegivelException(Exception? inner = null)
    : Exception("A secret could not be opened: wrong key, wrong row or damaged text.", inner);
