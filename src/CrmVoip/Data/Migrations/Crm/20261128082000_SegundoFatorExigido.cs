using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>For which papéis an organization demands the second factor, and what follows for each membership.</summary>
    public partial class SegundoFatorExigido : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "segundo_fator_exigido",
                table: "membros",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "exigencias_de_segundo_fator",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    papel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exigencias_de_segundo_fator", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_exigencias_de_segundo_fator_papel", "papel in ('administrador', 'gestor', 'vendedor')");
                    table.ForeignKey(
                        name: "fk_exigencias_de_segundo_fator_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_exigencias_de_segundo_fator_organizacao_id_papel",
                table: "exigencias_de_segundo_fator",
                columns: new[] { "organizacao_id", "papel" },
                unique: true);

            migrationBuilder.IsolarPorOrganizacao("exigencias_de_segundo_fator");
            migrationBuilder.Conceder("crm_app", "select, insert, delete", "exigencias_de_segundo_fator");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exigencias_de_segundo_fator");

            migrationBuilder.DropColumn(
                name: "segundo_fator_exigido",
                table: "membros");
        }
    }
}
