using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Outcome and note of a call, edited where they stand. What they said before goes along, so that nothing of others is overwritten.</summary>
public sealed class CorrecaoForm
{
    [Display(Name = "Resultado")]
    public Guid? ResultadoId { get; set; }

    public Guid? ResultadoVisto { get; set; }

    [Display(Name = "Nota")]
    public string? Nota { get; set; }

    public string? NotaVista { get; set; }

    /// <summary>An outcome was pressed: it is saved, and the form stays for the note.</summary>
    public bool Continuar { get; set; }

    public static CorrecaoForm De(ItemDeLigacao ligacao) => new()
    {
        ResultadoId = ligacao.ResultadoId,
        ResultadoVisto = ligacao.ResultadoId,
        Nota = ligacao.Notas,
        NotaVista = ligacao.Notas,
    };

    public CorrecaoDaLigacao Correcao() => new(ResultadoVisto, ResultadoId, NotaVista, Nota);

    /// <summary>As if opened now, with what was changed here over what is stored.</summary>
    public void AbrirSobre(ItemDeLigacao guardada)
    {
        var correcao = Correcao();
        ResultadoId = correcao.MudaResultado ? ResultadoId : guardada.ResultadoId;
        Nota = correcao.MudaNota ? Nota : guardada.Notas;
        (ResultadoVisto, NotaVista) = (guardada.ResultadoId, guardada.Notas);
    }
}

public sealed class CorrecaoFormValidator : AbstractValidator<CorrecaoForm>
{
    public CorrecaoFormValidator()
    {
        RuleFor(f => f.Nota).Ate(Ligacao.NotasMaximo);
    }
}

/// <summary>The form on screen. Salva: it tells of a save.</summary>
public sealed record TelaDaCorrecao(ItemDeLigacao Ligacao, CorrecaoForm Form, IReadOnlyList<ResultadoDaLista> Resultados)
{
    public bool Salva { get; init; }
}
