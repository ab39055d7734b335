using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Which deals, and what is to become of them. Todas: all of the filter in the address, whatever ids there are.</summary>
public sealed class LoteForm
{
    public List<Guid> Ids { get; set; } = [];

    public bool Todas { get; set; }

    public Guid EtapaId { get; set; }

    public Guid ResponsavelId { get; set; }

    public Guid? MotivoId { get; set; }

    public string? Detalhe { get; set; }

    public AlvoDoLote Alvo(FiltroDoQuadro filtro) => new(Ids, Todas ? filtro : null);
}

public sealed record DesfazerForm(string? Ficha);

/// <summary>Whether there is such a stage, person or reason the commands find out.</summary>
public sealed class LoteFormValidator : AbstractValidator<LoteForm>
{
    public LoteFormValidator() => RuleFor(f => f.Detalhe).Ate(Oportunidade.DetalheDaPerdaMaximo);
}
