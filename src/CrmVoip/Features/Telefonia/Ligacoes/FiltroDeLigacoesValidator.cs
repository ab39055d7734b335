using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public sealed class FiltroDeLigacoesValidator : AbstractValidator<FiltroDeLigacoes>
{
    private const string NaoEData = "Informe uma data, como 31/12/2026.";

    public FiltroDeLigacoesValidator()
    {
        RuleFor(f => f.Periodo).Must(p => Vazio(p) || PeriodoDasLigacoes.Todos.Any(t => t.Chave == p)).WithMessage("Escolha um período da lista.");
        RuleFor(f => f.De).Must(EhData).WithMessage(NaoEData);
        RuleFor(f => f.Ate).Cascade(CascadeMode.Stop)
            .Must(EhData).WithMessage(NaoEData)
            .Must((filtro, ate) => Vazio(ate) || DiaLocal.Ler(filtro.De) is not { } de || de <= DiaLocal.Ler(ate))
            .WithMessage("A data final vem antes da inicial.");
        RuleFor(f => f.Direcao).Must(EhDe<DirecaoDaLigacao>).WithMessage("Escolha uma direção da lista.");
        RuleFor(f => f.Status).Must(s => s == FiltroDeLigacoes.NaoRetornada || EhDe<StatusDaLigacao>(s)).WithMessage("Escolha uma situação da lista.");
        RuleFor(f => f.Origem).Must(o => o == FiltroDeLigacoes.AMao || EhDe<OrigemDaLigacao>(o)).WithMessage("Escolha uma origem da lista.");
    }

    private static bool EhData(string? texto) => Vazio(texto) || DiaLocal.Ler(texto) is not null;

    private static bool EhDe<TEnum>(string? texto)
        where TEnum : struct, Enum => Vazio(texto) || EnumEmTexto.Nomes<TEnum>().Contains(texto);

    private static bool Vazio(string? texto) => string.IsNullOrWhiteSpace(texto);
}
