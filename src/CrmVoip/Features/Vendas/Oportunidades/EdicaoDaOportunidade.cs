namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>
/// Fields that somebody changed, over what they said before. Antes holds a field's text as its form showed it; a field that is
/// not in it was not changed. An empty one is of a form that does not know: then all of Campos count, and only while nobody has
/// changed the opportunity since Versao.
/// </summary>
public sealed record EdicaoDaOportunidade(uint Versao, CamposDaOportunidade Novos, IReadOnlyCollection<string> Campos)
{
    public IReadOnlyDictionary<string, string?> Antes { get; init; } = new Dictionary<string, string?>();

    /// <summary>Made with the edit, where Novos chooses none.</summary>
    public NovoContato? Contato { get; init; }

    public IReadOnlyList<string> Mudados =>
        [.. Campos.Where(campo => Antes.Count == 0 || (Antes.TryGetValue(campo, out var antes) && (antes ?? "") != Novos.Texto(campo)))];

    /// <summary>What is stored, with what was changed here over it.</summary>
    public CamposDaOportunidade Sobre(CamposDaOportunidade guardados) => guardados.Com(Novos, Mudados);

    /// <summary>What both changed, and not to the same.</summary>
    public IReadOnlyList<CampoDisputado> Disputados(CamposDaOportunidade guardados, uint versao) => Antes.Count == 0 && versao == Versao
        ? []
        :
        [
            .. Mudados
                .Where(campo => guardados.Texto(campo) != Novos.Texto(campo) && (Antes.Count == 0 || guardados.Texto(campo) != (Antes[campo] ?? "")))
                .Select(campo => new CampoDisputado(campo, Novos.Texto(campo), guardados.Texto(campo))),
        ];
}

public sealed record NovoContato(string Nome, string? Empresa, string? Telefone);
