namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>What a save answered. PassoFicouDepois: the next step that was saved is not the next one, another task comes before it.</summary>
public sealed record ResumoGuardado(DetalheDaOportunidade Detalhe, bool PassoFicouDepois);
