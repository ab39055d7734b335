namespace CrmVoip.Work;

/// <summary>What the queue knows of a kind of work without making one.</summary>
public sealed record TipoDeTrabalho(string Nome, Type Classe, bool Lento, bool DaConta, int TentativasMaximo, TimeSpan Prazo)
{
    public static TipoDeTrabalho De<T>()
        where T : ITrabalho =>
        new(T.Tipo, typeof(T), T.Lento, T.DaConta, T.TentativasMaximo, T.Prazo);
}

/// <summary>The kinds this version knows. Rows of others are of a newer version beside it, and left to that.</summary>
public sealed class TiposDeTrabalho(IEnumerable<TipoDeTrabalho> tipos)
{
    private readonly Dictionary<string, TipoDeTrabalho> _porNome = tipos.ToDictionary(t => t.Nome, StringComparer.Ordinal);

    public TipoDeTrabalho this[string nome] => _porNome[nome];

    public string[] Nomes => [.. _porNome.Keys];

    public string[] DaFaixa(bool lenta) => [.. _porNome.Values.Where(t => t.Lento == lenta).Select(t => t.Nome)];
}
