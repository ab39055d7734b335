using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Edicoes;

/// <summary>What a person edits of a row, field by field.</summary>
public interface ICampos<TCampos>
{
    /// <summary>What the field of a form says.</summary>
    public string Texto(string campo);

    /// <summary>These, but for the named ones, which are taken from the other.</summary>
    public TCampos Com(TCampos outros, IReadOnlyCollection<string> campos);
}

/// <summary>
/// Fields that somebody changed, over what they said before. Antes holds a field's text as its form showed it; a field that is
/// not in it was not changed. An empty one is of a form that does not know: then all of Campos count, and only while nobody has
/// changed the row since Versao.
/// </summary>
public record Edicao<TCampos>(uint Versao, TCampos Novos, IReadOnlyCollection<string> Campos)
    where TCampos : ICampos<TCampos>
{
    public IReadOnlyDictionary<string, string?> Antes { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<string> Mudados =>
        [.. Campos.Where(campo => Antes.Count == 0 || (Antes.TryGetValue(campo, out var antes) && (antes ?? "") != Novos.Texto(campo)))];

    /// <summary>What is stored, with what was changed here over it.</summary>
    public TCampos Sobre(TCampos guardados) => guardados.Com(Novos, Mudados);

    /// <summary>Null when it may be saved over what is stored.</summary>
    /// <param name="guardados">What is stored.</param>
    /// <param name="versao">Its version.</param>
    /// <param name="oque">What they edit, as a sentence begins: "Esta oportunidade".</param>
    public EdicaoEmConflito? Conflito(TCampos guardados, uint versao, string oque)
    {
        var disputados = Disputados(guardados, versao);
        return disputados.Count > 0 || (Antes.Count == 0 && Versao != versao) ? new EdicaoEmConflito(disputados, oque) : null;
    }

    // What both changed, and not to the same.
    private List<CampoDisputado> Disputados(TCampos guardados, uint versao) => Antes.Count == 0 && versao == Versao
        ? []
        :
        [
            .. Mudados
                .Where(campo => guardados.Texto(campo) != Novos.Texto(campo) && (Antes.Count == 0 || guardados.Texto(campo) != (Antes[campo] ?? "")))
                .Select(campo => new CampoDisputado(campo, Novos.Texto(campo), guardados.Texto(campo))),
        ];
}

/// <summary>A field that two people changed: what was typed here, and what is stored now.</summary>
public sealed record CampoDisputado(string Campo, string Meu, string Guardado);

/// <summary>Two people changed one row. Campos: what both changed, empty when they met in the same moment.</summary>
public sealed record EdicaoEmConflito(IReadOnlyList<CampoDisputado> Campos, string Oque) : Recusa(409, "mudou_antes", $"{Oque} mudou enquanto você editava.");
